package quintet.orm.internal.migrations.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.MigrationFields;
import quintet.orm.internal.migrations.ModelState;

/** The model of pairs that a many-to-many field makes by itself. */
final class ThroughModel {
    private ThroughModel() {}

    static SchemaModel of(SchemaField field) {
        SchemaModel owner = field.model();
        SchemaModel target = field.targetModel();
        boolean self = target.key().equals(owner.key());
        String here = self ? "from_" + owner.state().lowerName() : owner.state().lowerName();
        String there = self ? "to_" + owner.state().lowerName() : target.state().lowerName();
        Map<String, FieldState> fields = new LinkedHashMap<>();
        fields.put("id", MigrationFields.autoId());
        fields.put(here, key(owner, field));
        fields.put(there, key(target, field));
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("db_table", table(field));
        options.put("unique_together", List.of(List.of(here, there)));
        options.put("auto_created", true);
        ModelState state =
                new ModelState(owner.key().app(), owner.name() + "_" + field.name(), fields, options, List.of());
        return SchemaModel.of(owner.project().with(owner.state()).with(state), state);
    }

    /** The name of the field that holds this side, and of the one that holds the other. */
    static List<SchemaField> ends(SchemaField field) {
        SchemaModel through = field.through();
        if (field.state().option("through_fields") instanceof List<?> names && names.size() == 2) {
            return List.of(through.field(String.valueOf(names.get(0))), through.field(String.valueOf(names.get(1))));
        }
        List<SchemaField> keys =
                through.fields().stream().filter(SchemaField::isForeignKey).toList();
        return List.of(keys.get(0), keys.get(1));
    }

    private static String table(SchemaField field) {
        return field.state().option("db_table") instanceof String table
                ? table
                : field.model().table() + "_" + field.name();
    }

    private static FieldState key(SchemaModel to, SchemaField field) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("to", to.key().toString());
        options.put("on_delete", "CASCADE");
        options.put("db_constraint", field.state().flag("db_constraint", true));
        return FieldState.of("ForeignKey", options);
    }
}
