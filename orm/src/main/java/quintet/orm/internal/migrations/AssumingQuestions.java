package quintet.orm.internal.migrations;

import java.util.Optional;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;

/** Assumes that nothing was renamed and that any value will do: enough to tell whether something has changed. */
public final class AssumingQuestions implements MigrationQuestions {
    @Override
    public boolean renamedField(String model, String oldName, String newName, FieldState field) {
        return false;
    }

    @Override
    public boolean renamedModel(String app, String oldName, String newName) {
        return false;
    }

    @Override
    public Answer defaultForNew(String model, String field, FieldState state) {
        return new Answer(null);
    }

    @Override
    public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
        return Optional.empty();
    }

    @Override
    public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
        return new Answer(null);
    }
}
