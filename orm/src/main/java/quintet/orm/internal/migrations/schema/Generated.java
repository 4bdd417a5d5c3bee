package quintet.orm.internal.migrations.schema;

import quintet.orm.FieldState;
import quintet.orm.internal.migrations.MigrationException;

/** Access to what a generated column is made of. */
final class Generated {
    private Generated() {}

    /** The field that gives a generated column its type. */
    static SchemaField output(SchemaField field) {
        if (field.state().option("output_field") instanceof FieldState output) {
            return field.copy(field.model(), output);
        }
        throw new MigrationException("Generated field " + field + " does not say its output field");
    }
}
