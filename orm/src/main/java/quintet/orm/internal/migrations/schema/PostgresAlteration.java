package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change of a PostgreSQL column, in the order in which its parts can be done. */
final class PostgresAlteration {
    private final PostgresSchemaEditor editor;
    private final SchemaDialect dialect;
    private final SchemaField old;
    private final SchemaField now;
    private final String oldType;
    private final String newType;
    private final String column;

    PostgresAlteration(PostgresSchemaEditor editor, SchemaField old, SchemaField now, String oldType, String newType) {
        this.editor = editor;
        this.dialect = editor.dialect();
        this.old = old;
        this.now = now;
        this.oldType = oldType;
        this.newType = newType;
        this.column = editor.quoted(now.column());
    }

    /** A change of type: the clause itself, and what follows it. */
    private record TypeChange(String clause, List<String> after) {}

    void run() {
        boolean keyDropped = dropOwnKey();
        dropUnique();
        boolean typeOrCollation = !oldType.equals(newType) || !PostgresSchemaEditor.sameCollation(old, now);
        boolean referred =
                typeOrCollation && ((old.primaryKey() && now.primaryKey()) || (old.unique() && now.unique()));
        if (referred) {
            referrers(old).forEach(editor::dropKeys);
        }
        if (old.dbIndex() && !old.unique() && (!now.dbIndex() || now.unique())) {
            editor.dropIndexes(old);
        }
        String oldCheck = dialect.check(old);
        String newCheck = dialect.check(now);
        boolean checkChanged = !Objects.equals(check(old), check(now));
        if (checkChanged && oldCheck != null) {
            editor.dropChecks(old);
        }
        if (!old.column().equals(now.column())) {
            editor.renameColumn(now.model(), old.column(), now.column());
        }
        boolean defaultSet = changeColumn(typeOrCollation);
        keysAndIndexes(referred);
        if (now.dbConstraint() && (keyDropped || !old.dbConstraint())) {
            editor.execute(
                    editor.indexSql().foreignKey(now, SchemaEditor.FK_SUFFIX).sql());
        }
        if (referred) {
            referrers(now).stream()
                    .filter(SchemaField::dbConstraint)
                    .forEach(key -> editor.execute(
                            editor.indexSql().foreignKey(key, "_fk").sql()));
        }
        if (checkChanged && newCheck != null) {
            String name = Names.index(now.model().table(), List.of(now.column()), "_check", dialect.maxNameLength());
            editor.execute(editor.indexSql().addCheck(now.model(), name, newCheck));
        }
        if (defaultSet) {
            editor.change(now.model(), "ALTER COLUMN " + column + " DROP DEFAULT");
        }
    }

    /** The check without the column's name, which a rename does not change. */
    private @Nullable String check(SchemaField field) {
        String check = dialect.check(field);
        return check == null ? null : check.replace(editor.quoted(field.column()), "");
    }

    private boolean dropOwnKey() {
        if (!old.dbConstraint()) {
            return false;
        }
        editor.dropKeys(old);
        return true;
    }

    private void dropUnique() {
        boolean becameKey = !old.primaryKey() && now.primaryKey();
        if (old.unique() && !old.primaryKey() && (!now.unique() || becameKey)) {
            editor.dropUniques(old);
        }
    }

    private static List<SchemaField> referrers(SchemaField field) {
        return field.model().relatedFields().stream()
                .filter(SchemaField::isForeignKey)
                .filter(key -> key.target().name().equals(field.name()))
                .toList();
    }

    /** Type, default and NULL; returns whether a default was set for the existing rows that must go again. */
    private boolean changeColumn(boolean typeOrCollation) {
        List<String> actions = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean commentChanged =
                !Objects.equals(old.state().option("db_comment"), now.state().option("db_comment"));
        if (typeOrCollation || !Objects.equals(dialect.suffix(old), dialect.suffix(now))) {
            TypeChange change = typeChange(old, now, oldType, newType);
            actions.add(change.clause());
            after.addAll(change.after());
        }
        databaseDefault(actions);
        boolean toNotNull = old.isNullable() && !now.isNullable();
        boolean needsDefault = toNotNull
                && !now.hasDbDefault()
                && editor.columnSql().effectiveDefault(now) != null
                && !Objects.equals(
                        editor.columnSql().effectiveDefault(old),
                        editor.columnSql().effectiveDefault(now));
        if (needsDefault) {
            actions.add("ALTER COLUMN " + column + " SET DEFAULT "
                    + editor.columnSql().defaultLiteral(now));
        }
        String nullAction = old.isNullable() == now.isNullable()
                ? null
                : "ALTER COLUMN " + column + (now.isNullable() ? " DROP NOT NULL" : " SET NOT NULL");
        boolean fourSteps = toNotNull && (now.state().has("default") || now.hasDbDefault());
        if (nullAction != null && !fourSteps) {
            actions.add(nullAction);
        }
        if (!actions.isEmpty()) {
            editor.change(now.model(), String.join(", ", actions));
        }
        if (nullAction != null && fourSteps) {
            fillNulls();
            editor.change(now.model(), nullAction);
        }
        after.forEach(editor::execute);
        if (commentChanged) {
            editor.commentOn(now);
        }
        return needsDefault;
    }

    private void fillNulls() {
        String value = now.hasDbDefault()
                ? new ExpressionSql(dialect, now.model()).dbDefault(now)
                : editor.columnSql().defaultLiteral(now);
        editor.execute("UPDATE " + editor.quoted(now.model().table()) + " SET " + column + " = " + value + " WHERE "
                + column + " IS NULL; SET CONSTRAINTS ALL IMMEDIATE");
    }

    private void databaseDefault(List<String> actions) {
        if (now.hasDbDefault()) {
            if (!old.hasDbDefault()
                    || !Objects.equals(
                            old.state().option("db_default"), now.state().option("db_default"))) {
                actions.add("ALTER COLUMN " + column + " SET DEFAULT "
                        + new ExpressionSql(dialect, now.model()).dbDefault(now));
            }
        } else if (old.hasDbDefault()) {
            actions.add("ALTER COLUMN " + column + " DROP DEFAULT");
        }
    }

    private void keysAndIndexes(boolean referred) {
        if (old.primaryKey() && !now.primaryKey()) {
            editor.dropPrimaryKey(now.model());
        }
        if (!now.primaryKey() && now.unique() && (!old.unique() || old.primaryKey())) {
            editor.execute(
                    editor.indexSql().uniqueTogether(now.model(), List.of(now)).sql());
        }
        if ((!old.dbIndex() || old.unique()) && now.dbIndex() && !now.unique()) {
            editor.execute(editor.indexSql()
                    .index(now.model(), List.of(now), "", List.of())
                    .sql());
        }
        boolean becameKey = !old.primaryKey() && now.primaryKey();
        if (becameKey) {
            String name = Names.index(now.model().table(), List.of(now.column()), "_pk", dialect.maxNameLength());
            editor.change(now.model(), "ADD CONSTRAINT " + editor.quoted(name) + " PRIMARY KEY (" + column + ")");
        }
        if (referred || becameKey) {
            followers();
        }
    }

    /** Columns that point here take the new type. */
    private void followers() {
        List<SchemaField> before = referrers(old);
        List<SchemaField> after = referrers(now);
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            SchemaField key = after.get(i);
            String type = Objects.requireNonNull(dialect.type(key));
            TypeChange change =
                    typeChange(before.get(i), key, Objects.requireNonNull(dialect.type(before.get(i))), type);
            editor.change(key.model(), change.clause());
            change.after().forEach(editor::execute);
        }
    }

    private TypeChange typeChange(SchemaField from, SchemaField to, String fromType, String toType) {
        boolean text = !fromType.contains("[")
                && ((fromType.startsWith("varchar") && !toType.startsWith("varchar"))
                        || (fromType.startsWith("text") && !toType.startsWith("text"))
                        || toType.contains("["));
        if (from.dbIndex() && text) {
            editor.dropLikeIndex(from);
        }
        String name = editor.quoted(to.column());
        String using = base(fromType).equals(base(toType)) || to.isGenerated() ? "" : " USING " + name + "::" + toType;
        Object collation = ColumnSql.collation(to);
        String collate = collation == null ? "" : " COLLATE " + editor.quoted(collation.toString());
        String clause = "ALTER COLUMN " + name + " TYPE " + toType + collate + using;
        String table = editor.quoted(to.model().table());
        if (to.isAuto() && !from.isAuto()) {
            return new TypeChange(
                    clause,
                    List.of("ALTER TABLE " + table + " ALTER COLUMN " + name
                            + " ADD GENERATED BY DEFAULT AS IDENTITY"));
        }
        if (from.isAuto() && !to.isAuto()) {
            editor.change(to.model(), "ALTER COLUMN " + name + " DROP IDENTITY IF EXISTS");
            return new TypeChange(clause, List.of("DROP SEQUENCE IF EXISTS " + sequence(to) + " CASCADE"));
        }
        if (from.isAuto() && !from.type().equals(to.type())) {
            return new TypeChange(clause, List.of("ALTER SEQUENCE IF EXISTS " + sequence(to) + " AS " + toType));
        }
        return new TypeChange(clause, List.of());
    }

    private String sequence(SchemaField field) {
        return editor.quoted(field.model().table() + "_" + field.column() + "_seq");
    }

    /** A type without its parameters. */
    private static String base(String type) {
        return type.replaceAll("\\(.*?\\)", "").replaceAll("\\[\\d*]", "[]");
    }
}
