package quintet.orm.internal.migrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.orm.FieldState;
import quintet.orm.Operation;

/** Renames a field in its model, in the model's options and in the relations that name it. */
final class RenameFieldState {
    private RenameFieldState() {}

    static ProjectState apply(ProjectState state, String app, Operation.RenameField o) {
        ModelKey key = new ModelKey(app, o.model());
        ModelState model = state.get(key);
        if (!model.fields().containsKey(o.oldName())) {
            throw new MigrationException("There is no field '" + o.oldName() + "' to rename in " + key
                    + " at this point of the history. Its fields: "
                    + model.fields().keySet());
        }
        Map<String, FieldState> fields = new LinkedHashMap<>();
        model.fields()
                .forEach((name, field) -> fields.put(
                        name.equals(o.oldName()) ? o.newName() : name, renameParts(field, o.oldName(), o.newName())));
        ModelState renamed = model.withFields(fields);
        for (String option : List.of("unique_together", "index_together")) {
            List<List<String>> groups = model.together(option);
            if (!groups.isEmpty()) {
                renamed = renamed.withOption(
                        option,
                        groups.stream()
                                .map(group -> rename(group, o.oldName(), o.newName()))
                                .toList());
            }
        }
        return state.with(renamed).map(other -> redirect(other, key, o));
    }

    /** Relations of other models that point to the field by name. */
    private static ModelState redirect(ModelState model, ModelKey key, Operation.RenameField o) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        model.fields().forEach((name, field) -> {
            FieldState changed = field;
            if (field.option("to") instanceof String to
                    && ModelKey.parse(to, model.app()).equals(key)
                    && o.oldName().equals(field.option("to_field"))) {
                changed = changed.with("to_field", o.newName());
            }
            if (field.option("through") instanceof String through
                    && ModelKey.parse(through, model.app()).equals(key)
                    && field.option("through_fields") instanceof List<?> ends) {
                changed = changed.with(
                        "through_fields",
                        ends.stream()
                                .map(end -> o.oldName().equals(end) ? o.newName() : end)
                                .toList());
            }
            fields.put(name, changed);
        });
        return model.withFields(fields);
    }

    private static FieldState renameParts(FieldState field, String from, String to) {
        if (field.type().equals("CompositePrimaryKey") && field.option("fields") instanceof List<?> parts) {
            return field.with(
                    "fields",
                    parts.stream()
                            .map(p -> from.equals(p) ? to : (from + "_id").equals(p) ? to + "_id" : p)
                            .toList());
        }
        return field;
    }

    private static List<String> rename(List<String> group, String from, String to) {
        return group.stream().map(name -> name.equals(from) ? to : name).toList();
    }
}
