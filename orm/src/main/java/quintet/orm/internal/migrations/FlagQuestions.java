package quintet.orm.internal.migrations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;

/** Answers from the command line; where it has none, an error names the flag that gives it. */
public final class FlagQuestions implements MigrationQuestions {
    private final Map<String, String> defaults;
    private final Map<String, String> renames;
    private final boolean nothingRenamed;

    /**
     * With the flags' values.
     *
     * @param defaults {@code model.field} to value
     * @param renames {@code model.old} to the new name of a field, {@code App.Old} to the new name of a model
     * @param nothingRenamed whether all that is not in {@code renames} is not a rename
     */
    public FlagQuestions(Map<String, String> defaults, Map<String, String> renames, boolean nothingRenamed) {
        this.defaults = defaults;
        this.renames = renames;
        this.nothingRenamed = nothingRenamed || !renames.isEmpty();
    }

    @Override
    public boolean renamedField(String model, String oldName, String newName, FieldState field) {
        return renamed(model + "." + oldName, newName, "field '" + oldName + "' of model '" + model + "'");
    }

    @Override
    public boolean renamedModel(String app, String oldName, String newName) {
        return renamed(app + "." + oldName, newName, "model '" + oldName + "' of app '" + app + "'");
    }

    private boolean renamed(String old, String now, String what) {
        for (Map.Entry<String, String> rename : renames.entrySet()) {
            if (rename.getKey().equalsIgnoreCase(old)) {
                return rename.getValue().equalsIgnoreCase(now);
            }
        }
        if (nothingRenamed) {
            return false;
        }
        throw new MigrationException("Was the " + what + " renamed to '" + now + "'? Answer in a terminal, or on the"
                + " command line: --rename " + old + "=" + now + " if it was, --no-rename if it was not (then its data"
                + " goes with it).");
    }

    @Override
    public Answer defaultForNew(String model, String field, FieldState state) {
        return required(model, field, state, "is new");
    }

    @Override
    public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
        return Optional.of(required(model, field, state, "no longer takes NULL"));
    }

    @Override
    public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
        return required(model, field, state, "is new and set only when a row is created");
    }

    private Answer required(String model, String field, FieldState state, String what) {
        String given = defaults.get(model + "." + field);
        if (given == null) {
            throw new MigrationException("Field '" + field + "' of model '" + model + "' " + what
                    + ", and rows that exist need a value. Make it @Nullable, give it a default, answer in a terminal,"
                    + " or answer on the command line: --default " + model + "." + field + "=VALUE");
        }
        return new Answer(parse(state, given));
    }

    /** The text as a value for a field of this type; {@code now} is the present moment. */
    static Object parse(FieldState field, String text) {
        try {
            return switch (field.type()) {
                case "IntegerField",
                        "BigIntegerField",
                        "SmallIntegerField",
                        "PositiveIntegerField",
                        "PositiveBigIntegerField",
                        "PositiveSmallIntegerField" -> Long.valueOf(text);
                case "ForeignKey", "OneToOneField" -> text.matches("-?[0-9]+") ? (Object) Long.valueOf(text) : text;
                case "FloatField" -> Double.valueOf(text);
                case "DecimalField" -> new BigDecimal(text);
                case "BooleanField" ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "true", "1" -> true;
                        case "false", "0" -> false;
                        default -> throw new NumberFormatException("neither true nor false");
                    };
                case "DateField" -> text.equals("now") ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(text);
                case "TimeField" -> text.equals("now") ? LocalTime.now(ZoneOffset.UTC) : LocalTime.parse(text);
                case "DateTimeField" -> moment(text);
                case "DurationField" -> Duration.parse(text);
                case "UUIDField" -> UUID.fromString(text);
                default -> text;
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new MigrationException("'" + text + "' is no value for a " + field.type() + ": " + e.getMessage(), e);
        }
    }

    private static Object moment(String text) {
        if (text.equals("now")) {
            return Instant.now().atOffset(ZoneOffset.UTC);
        }
        return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$")
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    }
}
