package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.migrations.MigrationException;

/** Conditions over the columns of one table as SQL with literals, bracketed as Django brackets them. */
final class ConditionSql {
    private final SchemaDialect dialect;
    private final SchemaModel model;
    private final ExpressionSql expressions;

    ConditionSql(SchemaDialect dialect, SchemaModel model, ExpressionSql expressions) {
        this.dialect = dialect;
        this.model = model;
        this.expressions = expressions;
    }

    /** A group of conditions; a group of one is merged into the group around it. */
    private record Group(String connector, boolean negated, List<Object> parts) {
        void add(Group part) {
            if (!part.negated && (part.connector.equals(connector) || part.parts.size() == 1)) {
                parts.addAll(part.parts);
            } else {
                parts.add(part);
            }
        }

        String sql() {
            List<String> texts = new ArrayList<>();
            for (Object part : parts) {
                texts.add(part instanceof Group g ? g.sql() : (String) part);
            }
            String joined = String.join(" " + connector + " ", texts);
            if (negated) {
                return "NOT (" + joined + ")";
            }
            return texts.size() > 1 ? "(" + joined + ")" : joined;
        }
    }

    String sql(SchemaExpr.Q q) {
        Group root = new Group("AND", false, new ArrayList<>());
        root.add(group(q, false));
        return root.sql();
    }

    private Group group(SchemaExpr.Q q, boolean inNegation) {
        boolean negation = inNegation ^ q.negated();
        Group group = new Group(q.connector(), q.negated(), new ArrayList<>());
        for (SchemaExpr child : q.children()) {
            switch (child) {
                case SchemaExpr.Q nested -> group.add(group(nested, negation));
                case SchemaExpr.Test test -> {
                    SchemaExpr.Q columns = KeyTests.expand(model, test);
                    group.add(columns == null ? test(test, negation) : group(columns, negation));
                }
                default -> group.parts().add(expressions.sql(child));
            }
        }
        return group;
    }

    private Group test(SchemaExpr.Test test, boolean negated) {
        String[] path = test.lookup().split("__");
        SchemaField field = model.field(path[0]);
        String lookup = path.length > 1 ? path[path.length - 1] : "exact";
        boolean own = PostgresConditions.handles(field);
        if (path.length > 2 && !own) {
            throw new MigrationException("The condition '" + test.lookup() + "' of " + model.key()
                    + " goes beyond the table's own columns; write a field and one lookup, such as "
                    + path[0] + "__gte");
        }
        String column = dialect.quote(field.column());
        List<Object> parts = new ArrayList<>();
        parts.add(
                own
                        ? new PostgresConditions(dialect, this)
                                .sql(field, column, List.of(path).subList(1, path.length), test.value())
                        : compare(field, column, lookup, test.value()));
        if (negated && field.isNullable() && !lookup.equals("isnull") && test.value() != null) {
            parts.add(column + " IS NOT NULL");
        }
        return new Group("AND", false, parts);
    }

    String compare(SchemaField field, String column, String lookup, @Nullable Object value) {
        return switch (lookup) {
            case "exact" -> exact(field, column, value);
            case "gt" -> column + " > " + right(field, value);
            case "gte" -> column + " >= " + right(field, value);
            case "lt" -> column + " < " + right(field, value);
            case "lte" -> column + " <= " + right(field, value);
            case "isnull" -> column + (Boolean.TRUE.equals(value) ? " IS NULL" : " IS NOT NULL");
            case "in" -> column + " IN (" + list(field, value) + ")";
            case "range" -> {
                List<?> ends = List.copyOf((Collection<?>) nonNull(lookup, value));
                yield column + " BETWEEN " + right(field, ends.get(0)) + " AND " + right(field, ends.get(1));
            }
            default -> new TextLookups(dialect, expressions).sql(column, lookup, nonNull(lookup, value));
        };
    }

    private static Object nonNull(String lookup, @Nullable Object value) {
        if (value == null) {
            throw new MigrationException("The lookup '" + lookup + "' cannot compare with null; use isnull");
        }
        return value;
    }

    private String exact(SchemaField field, String column, @Nullable Object value) {
        if (value == null) {
            return column + " IS NULL";
        }
        if (value instanceof Boolean b && field.type().equals("BooleanField")) {
            return b ? column : "NOT " + column;
        }
        return column + " = " + right(field, value);
    }

    private String list(SchemaField field, @Nullable Object value) {
        if (!(value instanceof Collection<?> values) || values.isEmpty()) {
            throw new EmptyConditionException("The condition '" + field.name() + "__in' of " + model.key()
                    + " has an empty list: no row could meet it");
        }
        return values.stream().map(v -> right(field, v)).collect(Collectors.joining(", "));
    }

    private String right(SchemaField field, @Nullable Object value) {
        if (value instanceof SchemaExpr expression) {
            String sql = expressions.sql(expression);
            return sql.startsWith("(") ? sql : "(" + sql + ")";
        }
        return dialect.literal(dialect.prepare(field, value));
    }
}
