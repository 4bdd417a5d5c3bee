package quintet.orm.internal.checks;

import java.util.List;
import quintet.core.CheckMessage;
import quintet.fields.OnDelete;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** Looks whether relations lead somewhere and can be kept. */
final class RelationChecks {
    private RelationChecks() {}

    static void check(ModelMeta<?> model, List<CheckMessage> found) {
        for (FieldMeta field : model.fields()) {
            if (field.isRelation() && !field.isInherited()) {
                check(field, found);
            }
        }
    }

    private static void check(FieldMeta field, List<CheckMessage> found) {
        ModelMeta<?> target;
        try {
            target = field.target();
        } catch (RuntimeException e) {
            found.add(CheckMessage.error("fields.E300", String.valueOf(e.getMessage()), null, field));
            return;
        }
        ModelMeta<?> other = target.swapped();
        if (other != null) {
            found.add(CheckMessage.error(
                    "fields.E301",
                    "The field points to " + target.label() + ", in whose place the settings put " + other.label()
                            + ".",
                    "Point to the abstract model both extend.",
                    field));
        } else if (field.isReference()) {
            reference(field, target, found);
        } else {
            many(field, found);
        }
    }

    private static void reference(FieldMeta field, ModelMeta<?> target, List<CheckMessage> found) {
        String named = field.declaration().text("toField");
        if (!named.isEmpty() && target.findField(named).isEmpty()) {
            found.add(CheckMessage.error(
                    "fields.E312",
                    "toField names '" + named + "', which " + target.label() + " does not have.",
                    null,
                    field));
        } else if (!named.isEmpty() && !isUnique(target, target.field(named))) {
            found.add(CheckMessage.error(
                    "fields.E311",
                    target.label() + "." + named + " is not unique, so that a reference to it leads to several rows.",
                    "Declare it unique = true, or with Meta.unique(...).",
                    field));
        }
        if (!field.declaration().texts("columns").isEmpty() && !field.isComposite()) {
            found.add(CheckMessage.error(
                    "fields.E351",
                    "The reference names columns " + field.declaration().texts("columns") + ", but it has one column: "
                            + field.targetField() + " is one field.",
                    "Name it with column = \"...\" instead.",
                    field));
        }
        if (field.isComposite() && !field.declaration().text("column").isEmpty()) {
            found.add(CheckMessage.error(
                    "fields.E352",
                    "The reference names one column '" + field.declaration().text("column") + "', but the key of "
                            + target.label() + " has " + field.parts().size() + " fields.",
                    "Name a column for each of them: columns = {...}, in the order of the key.",
                    field));
        }
        boolean wantsDefault =
                field.onDelete() == OnDelete.SET_DEFAULT && !field.hasDefault() && !field.hasDatabaseDefault();
        if (wantsDefault && !field.isNullable()) {
            found.add(CheckMessage.error(
                    "fields.E321",
                    "onDelete = SET_DEFAULT, but the field has no default.",
                    "Give it one with @Default(...), or choose another onDelete.",
                    field));
        }
        if (field.onDelete() == OnDelete.DB_SET_DEFAULT && !field.hasDatabaseDefault()) {
            found.add(CheckMessage.error(
                    "fields.E322",
                    "onDelete = DB_SET_DEFAULT, but the database has no default for the field.",
                    field.isComposite()
                            ? "A reference with several columns has none there: choose SET_DEFAULT, which code does."
                            : "Give it dbDefault = \"...\".",
                    field));
        }
    }

    private static boolean isUnique(ModelMeta<?> target, FieldMeta field) {
        return field.isUnique()
                || target.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof quintet.orm.Constraint.Unique unique
                                && unique.condition() == null
                                && unique.fields().equals(List.of(field.name())));
    }

    private static void many(FieldMeta field, List<CheckMessage> found) {
        try {
            field.through();
        } catch (RuntimeException e) {
            found.add(CheckMessage.error("fields.E333", String.valueOf(e.getMessage()), null, field));
            return;
        }
        if (!field.hasAutomaticThrough()) {
            return;
        }
        String table = field.through().table();
        for (ModelMeta<?> model : field.model().registry().all()) {
            if (model.table().equals(table) && model.options().isManaged()) {
                found.add(CheckMessage.error(
                        "fields.E340",
                        "The table '" + table + "' of the field is that of " + model.label() + " too.",
                        "Give it another with table = \"...\", or name the model with through.",
                        field));
            }
        }
    }
}
