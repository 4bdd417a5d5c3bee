package quintet.orm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.migrations.AssumingQuestions;
import quintet.orm.internal.migrations.FlagQuestions;

/** Answers what cannot be read from the models: was it renamed, what do existing rows get? */
public interface MigrationQuestions {
    /** A value, where null is one too. */
    record Answer(@Nullable Object value) {}

    /** Refuses to guess: each question is an error that names the flag which answers it. */
    static MigrationQuestions refusing() {
        return new FlagQuestions(Map.of(), Map.of(), false);
    }

    /** Assumes that nothing was renamed and that any value will do: enough to tell whether something has changed. */
    static MigrationQuestions assuming() {
        return new AssumingQuestions();
    }

    /** Whether a field that is gone is the new one under another name. */
    boolean renamedField(String model, String oldName, String newName, FieldState field);

    /** Whether a model that is gone is the new one under another name. */
    boolean renamedModel(String app, String oldName, String newName);

    /** The value existing rows get in a new column that takes no NULL. */
    Answer defaultForNew(String model, String field, FieldState state);

    /** The value rows with NULL get when a column no longer takes NULL; empty leaves such rows alone. */
    Optional<Answer> defaultForNotNull(String model, String field, FieldState state);

    /** The value existing rows get in a new column that is set when a row is created. */
    Answer defaultForAutoNowAdd(String model, String field, FieldState state);

    /** Whether an app without migrations shall get its first one. */
    default boolean initial(String app) {
        return true;
    }
}
