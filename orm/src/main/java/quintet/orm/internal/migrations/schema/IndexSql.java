package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.IndexMethod;
import quintet.orm.IndexState;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.schema.SchemaDialect.Feature;

/** Statements that create indexes, unique constraints, checks and foreign keys. */
final class IndexSql {
    private final SchemaDialect dialect;

    IndexSql(SchemaDialect dialect) {
        this.dialect = dialect;
    }

    /** An index over fields, named by Django's rule. */
    DeferredSql index(SchemaModel model, List<SchemaField> fields, String suffix, List<String> opclasses) {
        List<String> columns = columns(fields);
        return new DeferredSql("CREATE INDEX %(name)s ON %(table)s (%(columns)s)")
                .with("name", new DeferredSql.Name(dialect, model.table(), columns, suffix))
                .with("table", new DeferredSql.Table(dialect, model.table()))
                .with("columns", new DeferredSql.Columns(dialect, model.table(), columns, opclasses));
    }

    /** An index of a model's {@code Meta}; null where the database has no such indexes. */
    @Nullable
    DeferredSql index(SchemaModel model, IndexState index) {
        return index(model, index, "");
    }

    /** The same with a word behind {@code CREATE INDEX}. */
    @Nullable
    DeferredSql index(SchemaModel model, IndexState index, String how) {
        IndexMethod method = index.method();
        if (method != null) {
            requirePostgres(model, "The index " + index.name() + " is of the kind " + method.name());
        }
        ExpressionSql expressions = new ExpressionSql(dialect, model);
        if (!index.expressions().isEmpty() && !dialect.has(Feature.EXPRESSION_INDEXES)) {
            return null;
        }
        DeferredSql statement = new DeferredSql("CREATE INDEX " + how + "%(name)s ON %(table)s"
                        + (method == null ? "" : " USING " + method.name()) + " (%(columns)s)%(extra)s")
                .with("name", dialect.quote(index.name()))
                .with("table", new DeferredSql.Table(dialect, model.table()));
        if (index.expressions().isEmpty()) {
            statement.with("columns", indexColumns(model, index));
        } else {
            statement.with(
                    "columns",
                    new DeferredSql.Text(
                            dialect,
                            model.table(),
                            index.expressions().stream()
                                    .map(expressions::indexed)
                                    .collect(Collectors.joining(", "))));
        }
        String extra = include(model, index.include());
        if (method != null && !method.settings().isEmpty()) {
            extra += " WITH (" + String.join(", ", method.settings()) + ")";
        }
        if (index.condition() != null) {
            if (!dialect.has(Feature.PARTIAL_INDEXES)) {
                return null;
            }
            extra += " WHERE " + expressions.condition(index.condition());
        }
        return statement.with("extra", new DeferredSql.Text(dialect, model.table(), extra));
    }

    private DeferredSql.Columns indexColumns(SchemaModel model, IndexState index) {
        List<String> columns = new ArrayList<>();
        List<String> suffixes = new ArrayList<>();
        for (int i = 0; i < index.fields().size(); i++) {
            String field = index.fields().get(i);
            boolean descending = field.startsWith("-");
            String opclass = opclasses() && i < index.opclasses().size()
                    ? index.opclasses().get(i)
                    : "";
            for (SchemaField part :
                    model.field(descending ? field.substring(1) : field).columnFields()) {
                columns.add(part.column());
                suffixes.add((opclass + (descending ? " DESC" : "")).strip());
            }
        }
        return new DeferredSql.Columns(dialect, model.table(), columns, suffixes);
    }

    private boolean opclasses() {
        return dialect.vendor().equals("postgresql");
    }

    private String include(SchemaModel model, List<String> fields) {
        if (fields.isEmpty() || !dialect.has(Feature.COVERING_INDEXES)) {
            return "";
        }
        return names(model, fields).stream().map(dialect::quote).collect(Collectors.joining(", ", " INCLUDE (", ")"));
    }

    /** The unique constraint of a group of fields. */
    DeferredSql uniqueTogether(SchemaModel model, List<SchemaField> fields) {
        List<String> columns = columns(fields);
        String template = dialect.vendor().equals("sqlite")
                ? "CREATE UNIQUE INDEX %(name)s ON %(table)s (%(columns)s)"
                : "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s UNIQUE (%(columns)s)";
        return new DeferredSql(template)
                .with("table", new DeferredSql.Table(dialect, model.table()))
                .with("name", new DeferredSql.Name(dialect, model.table(), columns, "_uniq"))
                .with("columns", new DeferredSql.Columns(dialect, model.table(), columns, List.of()));
    }

    /** Whether the database can hold the constraint. */
    boolean supports(ConstraintState.Unique u) {
        return (u.condition() == null || dialect.has(Feature.PARTIAL_INDEXES))
                && (u.deferrable() == null || dialect.has(Feature.DEFERRABLE_UNIQUE))
                && (u.include().isEmpty() || dialect.has(Feature.COVERING_INDEXES))
                && (u.expressions().isEmpty() || dialect.has(Feature.EXPRESSION_INDEXES))
                && (u.nullsDistinct() == null || dialect.has(Feature.NULLS_DISTINCT));
    }

    /** Whether the constraint is made as an index of its own rather than inside the table. */
    boolean isIndex(ConstraintState.Unique u) {
        return u.condition() != null
                || !u.include().isEmpty()
                || !u.opclasses().isEmpty()
                || !u.expressions().isEmpty();
    }

    /** The constraint as a statement of its own. */
    DeferredSql unique(SchemaModel model, ConstraintState.Unique u) {
        ExpressionSql expressions = new ExpressionSql(dialect, model);
        boolean index = isIndex(u) || dialect.vendor().equals("sqlite");
        String nulls = u.nullsDistinct() == null ? "" : u.nullsDistinct() ? " NULLS DISTINCT" : " NULLS NOT DISTINCT";
        DeferredSql statement = new DeferredSql(
                        index
                                ? "CREATE UNIQUE INDEX %(name)s ON %(table)s (%(columns)s)%(extra)s"
                                : "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s UNIQUE%(nulls)s (%(columns)s)%(extra)s")
                .with("name", dialect.quote(u.name()))
                .with("table", new DeferredSql.Table(dialect, model.table()))
                .with("nulls", nulls);
        if (u.expressions().isEmpty()) {
            List<String> opclasses = opclasses() ? u.opclasses() : List.of();
            statement.with(
                    "columns", new DeferredSql.Columns(dialect, model.table(), names(model, u.fields()), opclasses));
        } else {
            statement.with(
                    "columns",
                    new DeferredSql.Text(
                            dialect,
                            model.table(),
                            u.expressions().stream().map(expressions::indexed).collect(Collectors.joining(", "))));
        }
        String extra = include(model, u.include()) + (index ? nulls : "") + deferrable(u.deferrable());
        if (u.condition() != null) {
            extra += " WHERE " + expressions.condition(u.condition());
        }
        return statement.with("extra", new DeferredSql.Text(dialect, model.table(), extra));
    }

    /** The constraint inside a table's definition; null when it is not made there. */
    @Nullable
    String inline(SchemaModel model, ConstraintState constraint) {
        return switch (constraint) {
            case ConstraintState.Check c -> inlineCheck(model, c);
            case ConstraintState.Unique u ->
                !supports(u) || isIndex(u) || u.nullsDistinct() != null
                        ? null
                        : "CONSTRAINT " + dialect.quote(u.name()) + " UNIQUE ("
                                + names(model, u.fields()).stream()
                                        .map(dialect::quote)
                                        .collect(Collectors.joining(", "))
                                + ")" + deferrable(u.deferrable());
            case ConstraintState.Exclusion x -> exclusion(model, x);
        };
    }

    private void requirePostgres(SchemaModel model, String what) {
        if (!dialect.vendor().equals("postgresql")) {
            throw new MigrationException(what + " (model " + model.key() + "), which only PostgreSQL has, but this"
                    + " database is " + dialect.vendor() + ". Keep the model on a PostgreSQL database with a router.");
        }
    }

    /** An exclusion constraint's definition. */
    String exclusion(SchemaModel model, ConstraintState.Exclusion x) {
        requirePostgres(model, "The constraint " + x.name() + " excludes rows");
        if (x.elements().isEmpty()) {
            throw new MigrationException("The constraint " + x.name() + " of " + model.key()
                    + " says nothing to compare. Add .element(\"during\", \"&&\").");
        }
        if (x.indexType().equals("hash")
                && (x.elements().size() > 1 || !x.include().isEmpty())) {
            throw new MigrationException("The constraint " + x.name() + " of " + model.key()
                    + " uses a hash index, which" + " takes one expression and no further columns. Use gist.");
        }
        ExpressionSql expressions = new ExpressionSql(dialect, model);
        return "CONSTRAINT " + dialect.quote(x.name()) + " EXCLUDE USING "
                + x.indexType().toUpperCase(java.util.Locale.ROOT) + " ("
                + x.elements().stream()
                        .map(e -> expressions.indexed(e.expression()) + " WITH " + e.operator())
                        .collect(Collectors.joining(", "))
                + ")" + include(model, x.include())
                + (x.condition() == null ? "" : " WHERE (" + expressions.condition(x.condition()) + ")")
                + deferrable(x.deferrable());
    }

    private String inlineCheck(SchemaModel model, ConstraintState.Check check) {
        return "CONSTRAINT " + dialect.quote(check.name()) + " CHECK ("
                + new ExpressionSql(dialect, model).condition(check.condition()) + ")";
    }

    private static String deferrable(ConstraintState.@Nullable Deferrable when) {
        return when == null ? "" : " DEFERRABLE INITIALLY " + when;
    }

    /** The statement that adds a check. */
    String addCheck(SchemaModel model, String name, String condition) {
        return "ALTER TABLE " + dialect.quote(model.table()) + " ADD CONSTRAINT " + dialect.quote(name) + " CHECK ("
                + condition + ")";
    }

    /** The statement that adds a foreign key. */
    DeferredSql foreignKey(SchemaField field, String suffix) {
        List<SchemaField> targets = field.targets();
        String other = targets.getFirst().model().table();
        String table = field.model().table();
        return new DeferredSql("ALTER TABLE %(table)s ADD CONSTRAINT %(name)s FOREIGN KEY (%(column)s) REFERENCES"
                        + " %(to)s (%(to_column)s)" + onDelete(field)
                        + (dialect.has(Feature.DEFERRABLE_FOREIGN_KEYS) ? " DEFERRABLE INITIALLY DEFERRED" : ""))
                .with("table", new DeferredSql.Table(dialect, table))
                .with("name", keyName(field, suffix))
                .with("column", new DeferredSql.Columns(dialect, table, columns(field.columnFields()), List.of()))
                .with("to", new DeferredSql.Table(dialect, other))
                .with("to_column", new DeferredSql.Columns(dialect, other, columns(targets), List.of()));
    }

    DeferredSql.KeyName keyName(SchemaField field, String suffix) {
        List<SchemaField> targets = field.targets();
        return new DeferredSql.KeyName(
                dialect,
                field.model().table(),
                columns(field.columnFields()),
                targets.getFirst().model().table(),
                columns(targets),
                suffix);
    }

    /** What the database does when the row pointed to goes away. */
    static String onDelete(SchemaField field) {
        return switch (String.valueOf(field.state().option("on_delete"))) {
            case "DB_CASCADE" -> " ON DELETE CASCADE";
            case "DB_SET_NULL" -> " ON DELETE SET NULL";
            case "DB_SET_DEFAULT" -> " ON DELETE SET DEFAULT";
            default -> "";
        };
    }

    /** The columns of fields; of a reference with several, all of them. */
    static List<String> columns(List<SchemaField> fields) {
        return fields.stream()
                .flatMap(field -> field.columnFields().stream())
                .map(SchemaField::column)
                .toList();
    }

    static List<String> names(SchemaModel model, List<String> fields) {
        return columns(fields.stream().map(model::field).toList());
    }
}
