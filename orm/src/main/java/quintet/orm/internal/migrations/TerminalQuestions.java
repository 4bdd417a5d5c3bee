package quintet.orm.internal.migrations;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;

/** Asks at a terminal what the command line leaves open. */
public final class TerminalQuestions implements MigrationQuestions {
    private final FlagQuestions flags;
    private final Function<String, String> ask;

    public TerminalQuestions(FlagQuestions flags, Console console) {
        this(flags, prompt -> {
            String line = console.readLine("%s", prompt);
            if (line == null) {
                throw new MigrationException("Stopped: there was no answer.");
            }
            return line.strip();
        });
    }

    /** With another way to ask. */
    TerminalQuestions(FlagQuestions flags, Function<String, String> ask) {
        this.flags = flags;
        this.ask = ask;
    }

    @Override
    public boolean renamedField(String model, String oldName, String newName, FieldState field) {
        try {
            return flags.renamedField(model, oldName, newName, field);
        } catch (MigrationException open) {
            return yes("Was " + model + "." + oldName + " renamed to " + model + "." + newName + " (a " + field.type()
                    + ")? [y/N] ");
        }
    }

    @Override
    public boolean renamedModel(String app, String oldName, String newName) {
        try {
            return flags.renamedModel(app, oldName, newName);
        } catch (MigrationException open) {
            return yes("Was the model " + app + "." + oldName + " renamed to " + newName + "? [y/N] ");
        }
    }

    private boolean yes(String prompt) {
        String answer = ask.apply(prompt).toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    @Override
    public Answer defaultForNew(String model, String field, FieldState state) {
        try {
            return flags.defaultForNew(model, field, state);
        } catch (MigrationException open) {
            return value(
                    "It is impossible to add the non-nullable field '" + field + "' to " + model
                            + " without a value for rows that exist.",
                    state);
        }
    }

    @Override
    public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
        try {
            return flags.defaultForNotNull(model, field, state);
        } catch (MigrationException open) {
            String prompt =
                    "The field '" + field + "' of " + model + " no longer takes NULL. Rows with NULL get a value"
                            + " now (y), or a step before this one takes care of them (n)? [y/n] ";
            return yes(prompt) ? Optional.of(value("", state)) : Optional.empty();
        }
    }

    @Override
    public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
        try {
            return flags.defaultForAutoNowAdd(model, field, state);
        } catch (MigrationException open) {
            return value(
                    "The field '" + field + "' of " + model + " is set when a row is created; rows that exist need"
                            + " a value. 'now' is the present moment.",
                    state);
        }
    }

    private Answer value(String explanation, FieldState state) {
        String before = explanation.isEmpty() ? "" : explanation + System.lineSeparator();
        while (true) {
            String text = ask.apply(before + "Value for existing rows (empty to stop): ");
            if (text.isEmpty()) {
                throw new MigrationException("Stopped. Give the field a default in the model, or make it @Nullable.");
            }
            try {
                return new Answer(FlagQuestions.parse(state, text));
            } catch (MigrationException e) {
                before = e.getMessage() + System.lineSeparator();
            }
        }
    }
}
