package quintet.orm.internal.migrations;

import java.util.List;
import quintet.orm.internal.migrations.schema.SchemaEditor;
import quintet.orm.internal.migrations.schema.SchemaField;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Renames a model's table, the columns that point to it and the tables of its many-to-many fields. */
final class RenameModelSql {
    private RenameModelSql() {}

    static void run(
            SchemaEditor editor, String app, String oldName, String newName, ProjectState from, ProjectState to) {
        SchemaModel old = SchemaModel.of(from, new ModelKey(app, oldName));
        SchemaModel now = SchemaModel.of(to, new ModelKey(app, newName));
        if (now.state().proxy() || !now.state().managed() || old.table().equals(now.table())) {
            return;
        }
        editor.alterTable(old.table(), now.table());
        for (SchemaField related : old.relatedFields()) {
            boolean own = related.model().key().equals(old.key());
            SchemaModel target = own ? now : SchemaModel.of(to, related.model().key());
            editor.alterField(related, target.field(related.name()));
        }
        List<SchemaField> before = old.manyToMany();
        List<SchemaField> after = now.manyToMany();
        for (int i = 0; i < before.size(); i++) {
            SchemaField field = after.get(i);
            if (field.autoThrough() && !field.targetModel().key().equals(now.key())) {
                editor.alterField(before.get(i), field);
            }
        }
    }
}
