package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.internal.migrations.ModelState;

/**
 * Builds a SQLite table anew in another form: creates {@code new__table}, copies the rows, drops the old table, renames the new one
 * and creates its indexes. SQLite documents this order; foreign keys must be off meanwhile.
 */
final class TableRebuild {
    private final SqliteSchemaEditor editor;

    TableRebuild(SqliteSchemaEditor editor) {
        this.editor = editor;
    }

    /** The fields and the source of each column while a table is being rebuilt. */
    private record Plan(
            Map<String, FieldState> fields, Map<String, String> copies, Map<String, String> renames, String removed) {}

    private Plan plan(SchemaModel model, String removed) {
        Plan plan = new Plan(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), removed);
        for (SchemaField field : model.fields()) {
            if (field.isManyToMany() || field.type().equals("OrderWrt")) {
                continue;
            }
            plan.fields.put(field.name(), field.state());
            if (!field.isGenerated()) {
                field.columnFields().forEach(part -> plan.copies.put(part.column(), editor.quoted(part.column())));
            }
        }
        return plan;
    }

    /** With one more column; the field's model may have it already. */
    void adding(SchemaField field) {
        SchemaModel model = field.model();
        boolean order = field.type().equals("OrderWrt");
        Plan plan = plan(model, "");
        plan.fields.remove(field.name());
        uncopied(plan, field);
        dropOldKey(model, plan, field.primaryKey() ? List.of(field.name()) : List.of());
        if (!order) {
            plan.fields.put(field.name(), field.state());
        }
        if (!field.hasDbDefault() && !field.isGenerated()) {
            field.columnFields()
                    .forEach(part ->
                            plan.copies.put(part.column(), editor.columnSql().defaultLiteral(part)));
        }
        run(model, model, plan);
    }

    /** Without a column; the field's model still has it. */
    void removing(SchemaField field) {
        Plan plan = plan(field.model(), field.name());
        plan.fields.remove(field.name());
        uncopied(plan, field);
        run(field.model(), field.model(), plan);
    }

    /** With changed columns; the model is in its new form, or keeps its form when there are no changes. */
    void altering(SchemaModel model, List<SqliteSchemaEditor.Change> changes) {
        Plan plan = plan(model, "");
        if (changes.stream().anyMatch(c -> c.now().primaryKey())) {
            dropOldKey(model, plan, changes.stream().map(c -> c.now().name()).toList());
        }
        for (SqliteSchemaEditor.Change change : changes) {
            SchemaField old = change.old();
            SchemaField now = change.now();
            plan.fields.remove(old.name());
            plan.fields.remove(now.name());
            uncopied(plan, old);
            uncopied(plan, now);
            plan.fields.put(now.name(), now.state());
            plan.renames.put(old.name(), now.name());
            if (!now.isGenerated()) {
                List<SchemaField> before = old.columnFields();
                List<SchemaField> after = now.columnFields();
                for (int i = 0; i < after.size(); i++) {
                    plan.copies.put(after.get(i).column(), source(before.get(i), after.get(i)));
                }
            }
        }
        run(model, model, plan);
    }

    private static void uncopied(Plan plan, SchemaField field) {
        field.columnFields().forEach(part -> plan.copies.remove(part.column()));
    }

    private String source(SchemaField old, SchemaField now) {
        String column = editor.quoted(old.column());
        if (!old.isNullable() || now.isNullable()) {
            return column;
        }
        String otherwise = now.hasDbDefault()
                ? new ExpressionSql(editor.dialect(), now.model()).dbDefault(now)
                : editor.columnSql().defaultLiteral(now);
        return "coalesce(" + column + ", " + otherwise + ")";
    }

    /** Another column becomes the primary key: the automatic one goes, a declared one stays as a plain column. */
    private static void dropOldKey(SchemaModel model, Plan plan, List<String> newKeys) {
        if (newKeys.isEmpty()) {
            return;
        }
        for (SchemaField field : model.fields()) {
            if (!field.primaryKey() || newKeys.contains(field.name()) || field.isComposite()) {
                continue;
            }
            if (field.state().flag("auto_created", false)) {
                plan.fields.remove(field.name());
                plan.copies.remove(field.column());
            } else {
                plan.fields.put(field.name(), field.state().without("primary_key"));
            }
        }
    }

    private void run(SchemaModel model, SchemaModel old, Plan plan) {
        ModelState state = model.state();
        Map<String, @Nullable Object> options = new LinkedHashMap<>(state.options());
        options.put("unique_together", groups(state.together("unique_together"), plan));
        options.put("indexes", indexes(state.indexes(), plan));
        options.put("constraints", state.constraints());
        options.put("db_table", "new__" + state.table());
        ModelState built = new ModelState(state.app(), state.name(), plan.fields, options, state.bases());
        // References of the table to itself must name the table as it will be called at the end.
        SchemaModel target = SchemaModel.building(model.project(), built, state.withFields(plan.fields));
        editor.createModel(target);
        List<String> columns = new ArrayList<>();
        plan.copies.keySet().forEach(column -> columns.add(editor.quoted(column)));
        editor.execute("INSERT INTO " + editor.quoted(target.table()) + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", plan.copies.values()) + " FROM " + editor.quoted(old.table()));
        editor.dropOnly(old);
        editor.alterTable(target.table(), old.table());
        editor.flush();
    }

    private static List<List<String>> groups(List<List<String>> groups, Plan plan) {
        return groups.stream()
                .filter(group -> !group.contains(plan.removed))
                .map(group -> group.stream()
                        .map(name -> plan.renames.getOrDefault(name, name))
                        .toList())
                .toList();
    }

    private static List<IndexState> indexes(List<IndexState> indexes, Plan plan) {
        return indexes.stream()
                .filter(index -> !index.fields().contains(plan.removed)
                        && !index.fields().contains("-" + plan.removed))
                .map(index -> new IndexState(
                        index.fields().stream().map(f -> rename(f, plan)).toList(),
                        index.name(),
                        index.condition(),
                        index.include(),
                        index.opclasses(),
                        index.expressions(),
                        index.method()))
                .toList();
    }

    private static String rename(String field, Plan plan) {
        return field.startsWith("-")
                ? "-" + plan.renames.getOrDefault(field.substring(1), field.substring(1))
                : plan.renames.getOrDefault(field, field);
    }
}
