package quintet.orm.internal.migrations.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quintet.orm.internal.migrations.MigrationException;

/** Changes the groups of fields that Django's {@code unique_together} and {@code index_together} name. */
final class TogetherChange {
    private final SchemaEditor editor;

    TogetherChange(SchemaEditor editor) {
        this.editor = editor;
    }

    /** Those that are unique together. */
    void unique(SchemaModel model, List<List<String>> old, List<List<String>> now) {
        Set<List<String>> before = new LinkedHashSet<>(old);
        Set<List<String>> after = new LinkedHashSet<>(now);
        for (List<String> group : before) {
            if (!after.contains(group)) {
                editor.dropUnique(model, one(model, group, editor.names.uniques(model, IndexSql.names(model, group))));
            }
        }
        for (List<String> group : after) {
            if (!before.contains(group)) {
                editor.execute(editor.indexes
                        .uniqueTogether(model, group.stream().map(model::field).toList())
                        .sql());
            }
        }
    }

    /** Those that share an index. */
    void index(SchemaModel model, List<List<String>> old, List<List<String>> now) {
        for (List<String> group : old) {
            if (!now.contains(group)) {
                List<SchemaField> fields = group.stream().map(model::field).toList();
                editor.dropIndex(model, one(model, group, editor.names.indexes(model, fields, "_idx")));
            }
        }
        for (List<String> group : now) {
            if (!old.contains(group)) {
                editor.execute(editor.indexes
                        .index(model, group.stream().map(model::field).toList(), "_idx", List.of())
                        .sql());
            }
        }
    }

    private static String one(SchemaModel model, List<String> group, List<String> found) {
        if (found.size() != 1) {
            throw new MigrationException("Expected one constraint over " + model.table() + group + " in the database,"
                    + " found " + found.size() + (found.isEmpty() ? "" : ": " + found)
                    + ". Was the table changed outside of migrations?");
        }
        return found.getFirst();
    }
}
