package quintet.orm.internal.migrations;

import java.util.Optional;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;

/** Answers without a person: nothing was renamed, and a missing value is an error that says how to give it. */
public final class RefusingQuestions implements MigrationQuestions {
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
        throw missing(model, field, "is new");
    }

    @Override
    public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
        throw missing(model, field, "no longer takes NULL");
    }

    @Override
    public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
        throw missing(model, field, "is new and set only when a row is created");
    }

    private static MigrationException missing(String model, String field, String what) {
        return new MigrationException("Field '" + field + "' of model '" + model + "' " + what
                + ", and rows that exist need a value. Make it @Nullable, give it a default, answer in a terminal, or"
                + " answer on the command line: --default " + model + "." + field + "=VALUE");
    }
}
