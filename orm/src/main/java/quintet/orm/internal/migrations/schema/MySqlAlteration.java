package quintet.orm.internal.migrations.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change of a MariaDB column, in the order in which its parts can be done. */
final class MySqlAlteration {
    private final MySqlSchemaEditor editor;
    private final SchemaDialect dialect;
    private final SchemaField old;
    private final SchemaField now;
    private final String oldType;
    private final String newType;

    MySqlAlteration(MySqlSchemaEditor editor, SchemaField old, SchemaField now, String oldType, String newType) {
        this.editor = editor;
        this.dialect = editor.dialect();
        this.old = old;
        this.now = now;
        this.oldType = oldType;
        this.newType = newType;
    }

    void run() {
        boolean typeChanged = !oldType.equals(newType) || !sameCollation();
        boolean keyDropped = old.dbConstraint()
                && (!now.dbConstraint() || typeChanged || !old.column().equals(now.column()) || pointsElsewhere());
        if (keyDropped) {
            editor.dropKeys(old);
        }
        boolean becameKey = !old.primaryKey() && now.primaryKey();
        if (old.unique() && !old.primaryKey() && (!now.unique() || becameKey)) {
            editor.dropUniques(old);
        }
        boolean referred = typeChanged && old.unique() && now.unique();
        if (referred) {
            referrers(old).stream().filter(SchemaField::dbConstraint).forEach(editor::dropKeys);
        }
        if (hasOwnIndex(old) && !hasOwnIndex(now)) {
            editor.dropIndexes(old);
        }
        if (!old.column().equals(now.column())) {
            editor.renameColumn(now.model(), old.column(), now.column());
        }
        changeColumn();
        keysAndIndexes(becameKey);
        if (now.dbConstraint() && (keyDropped || !old.dbConstraint())) {
            editor.execute(
                    editor.indexSql().foreignKey(now, SchemaEditor.FK_SUFFIX).sql());
        }
        if (referred) {
            followers();
        }
    }

    private boolean sameCollation() {
        return Objects.equals(ColumnSql.collation(old), ColumnSql.collation(now));
    }

    private boolean pointsElsewhere() {
        return now.isForeignKey()
                && (!old.target().model().table().equals(now.target().model().table())
                        || !IndexSql.onDelete(old).equals(IndexSql.onDelete(now)));
    }

    /** Foreign keys have an index of the server's, and unique columns that of their constraint. */
    private boolean hasOwnIndex(SchemaField field) {
        return field.dbIndex() && !field.unique() && !field.dbConstraint() && !MySqlDialect.isLong(dialect.type(field));
    }

    private static List<SchemaField> referrers(SchemaField field) {
        return field.model().relatedFields().stream()
                .filter(SchemaField::isForeignKey)
                .filter(key -> key.target().name().equals(field.name()))
                .toList();
    }

    /** {@code MODIFY} sets type, NULL, default and comment together. Rows without a value get theirs first. */
    private void changeColumn() {
        String before = renamed(editor.definition(old));
        String after = editor.definition(now);
        if (before.equals(after)) {
            return;
        }
        if (old.isNullable() && !now.isNullable()) {
            fillNulls();
        }
        editor.change(now.model(), "MODIFY " + editor.quoted(now.column()) + " " + after);
    }

    private String renamed(String definition) {
        return definition.replace(editor.quoted(old.column()), editor.quoted(now.column()));
    }

    private void fillNulls() {
        String value = value();
        if (value != null) {
            String column = editor.quoted(now.column());
            editor.execute("UPDATE " + editor.quoted(now.model().table()) + " SET " + column + " = " + value + " WHERE "
                    + column + " IS NULL");
        }
    }

    private @Nullable String value() {
        if (now.hasDbDefault()) {
            return new ExpressionSql(dialect, now.model()).dbDefault(now);
        }
        return editor.columnSql().effectiveDefault(now) == null
                ? null
                : editor.columnSql().defaultLiteral(now);
    }

    private void keysAndIndexes(boolean becameKey) {
        if (old.primaryKey() && !now.primaryKey()) {
            editor.change(now.model(), "DROP PRIMARY KEY");
        }
        if (!now.primaryKey() && now.unique() && (!old.unique() || old.primaryKey())) {
            editor.execute(
                    editor.indexSql().uniqueTogether(now.model(), List.of(now)).sql());
        }
        if (hasOwnIndex(now) && !hasOwnIndex(old)) {
            editor.execute(editor.indexSql()
                    .index(now.model(), List.of(now), "", List.of())
                    .sql());
        }
        if (becameKey) {
            editor.change(now.model(), "ADD PRIMARY KEY (" + editor.quoted(now.column()) + ")");
        }
    }

    /** Columns that point here take the new type, then their keys come back. */
    private void followers() {
        for (SchemaField key : referrers(now)) {
            editor.change(key.model(), "MODIFY " + editor.quoted(key.column()) + " " + editor.definition(key));
        }
        for (SchemaField key : referrers(now)) {
            if (key.dbConstraint()) {
                editor.execute(editor.indexSql()
                        .foreignKey(key, SchemaEditor.FK_SUFFIX)
                        .sql());
            }
        }
    }
}
