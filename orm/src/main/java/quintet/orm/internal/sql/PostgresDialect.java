package quintet.orm.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import quintet.core.ConnectionUrl;
import quintet.orm.Cells;
import quintet.orm.DataError;
import quintet.orm.DatabaseException;
import quintet.orm.FieldMeta;
import quintet.orm.IntegrityError;
import quintet.orm.OperationalError;
import quintet.orm.Parameters;
import quintet.orm.ProgrammingError;
import quintet.orm.QueryError;
import quintet.orm.TransientError;
import quintet.orm.internal.db.Link;

/** PostgreSQL. */
final class PostgresDialect extends Dialect {
    private static final Map<String, String> OPERATORS = Map.of(
            "exact", " = ", "gt", " > ", "gte", " >= ", "lt", " < ", "lte", " <= ", "regex", " ~ ", "iregex", " ~* ");

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public String jdbcUrl(ConnectionUrl url) {
        StringBuilder text = new StringBuilder("jdbc:postgresql://")
                .append(url.host() == null ? "localhost" : url.host())
                .append(url.port() < 0 ? "" : ":" + url.port())
                .append('/')
                .append(java.net.URLEncoder.encode(url.path(), java.nio.charset.StandardCharsets.UTF_8));
        String separator = "?";
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            text.append(separator).append(option.getKey()).append('=').append(option.getValue());
            separator = "&";
        }
        return text.toString();
    }

    @Override
    public Properties connectionOptions() {
        Properties options = new Properties();
        // Text parameters take the type of what they are compared with.
        options.setProperty("stringtype", "unspecified");
        options.setProperty("options", "-c TimeZone=UTC -c IntervalStyle=iso_8601");
        return options;
    }

    @Override
    public String driver() {
        return "org.postgresql:postgresql";
    }

    @Override
    public Class<? extends Connection> connectionType() {
        return Connection.class;
    }

    @Override
    public Cells cells(ResultSet rows) {
        return new PostgresCells(rows);
    }

    @Override
    public Parameters parameters(Link link, PreparedStatement statement) {
        return new PostgresParameters(statement);
    }

    @Override
    public List<String> arrayTypes(List<FieldMeta> fields) {
        return PostgresArrays.types(fields);
    }

    @Override
    public ArrayParameters arrays(PreparedStatement statement, List<String> types, int rows) {
        return new PostgresArrays(statement, types, rows);
    }

    @Override
    public int maxNameLength() {
        return 63;
    }

    @Override
    public boolean cursorsNeedTransaction() {
        return true;
    }

    @Override
    public boolean abortsTransactions() {
        return true;
    }

    @Override
    DatabaseException translated(SQLException error, String message) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.equals("40001") || state.equals("40P01")) {
            return new TransientError(message, error);
        }
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "23" -> new IntegrityError(message, error);
            case "22" -> new DataError(message, error);
            case "21", "42", "26", "34" ->
                new ProgrammingError(message + PostgresHints.of(String.valueOf(error.getMessage())), error);
            default -> new OperationalError(message, error);
        };
    }

    @Override
    public String explain(Map<String, ?> options) {
        return Explain.postgres(options);
    }

    @Override
    public boolean isTimeout(SQLException error) {
        return "57014".equals(error.getSQLState()) || super.isTimeout(error);
    }

    @Override
    void distinctOn(Renderer to, List<R> fields) {
        to.text("DISTINCT ON (");
        to.list(fields);
        to.text(") ");
    }

    @Override
    void conditionAsValue(Renderer to, R.C condition) {
        to.text("(");
        to.condition(condition, true);
        to.text(")");
    }

    /** Values standing alone need a type. */
    @Override
    void value(Renderer to, R.Val val) {
        String type = switch (val.type().base()) {
            case INTEGER -> "::bigint";
            case FLOAT -> "::double precision";
            case DECIMAL -> "::numeric";
            case TEXT -> "::text";
            case DURATION -> "::interval";
            case ARRAY, HSTORE, RANGE, SEARCH -> "::" + PostgresTypes.of(val.type());
            default -> "";
        };
        to.parameter(val);
        to.text(type);
    }

    @Override
    void compare(Renderer to, R.C.Compare compare) {
        if (compare.left().type().base() == ValueType.Base.JSON && PostgresJson.compare(to, compare)) {
            return;
        }
        if (PostgresExtras.compare(to, compare)) {
            return;
        }
        String operator = OPERATORS.get(compare.lookup());
        if (operator != null) {
            text(to, compare.left(), compare.lookup().endsWith("regex"));
            to.text(operator);
            right(to, compare.right());
            return;
        }
        switch (compare.lookup()) {
            case "iexact" -> like(to, compare, true, false, false);
            case "contains" -> like(to, compare, false, true, true);
            case "icontains" -> like(to, compare, true, true, true);
            case "startswith" -> like(to, compare, false, false, true);
            case "istartswith" -> like(to, compare, true, false, true);
            case "endswith" -> like(to, compare, false, true, false);
            case "iendswith" -> like(to, compare, true, true, false);
            default -> throw unsupported(compare.lookup());
        }
    }

    /** A value, as text if asked; of JSON values the text they hold. */
    private static void text(Renderer to, R value, boolean asText) {
        if (asText && value instanceof R.Json json) {
            PostgresJson.text(to, json);
        } else {
            to.value(value);
            to.text(asText ? "::text" : "");
        }
    }

    private static void right(Renderer to, R right) {
        if (right instanceof R.Val val && !val.type().base().isComposed()) {
            to.parameter(val);
        } else {
            to.value(right);
        }
    }

    private static void like(Renderer to, R.C.Compare compare, boolean fold, boolean before, boolean after) {
        to.text(fold ? "UPPER(" : "");
        text(to, compare.left(), true);
        to.text(fold ? ")" : "").text(" LIKE ").text(fold ? "UPPER(" : "");
        if (compare.right() instanceof R.Val val) {
            to.parameter(val);
            to.text("::text");
        } else {
            to.text(before ? "'%' || " : "").text("REPLACE(REPLACE(REPLACE((");
            to.value(compare.right());
            to.text(")::text, E'\\\\', E'\\\\\\\\'), '%', E'\\\\%'), '_', E'\\\\_')")
                    .text(after ? " || '%'" : "");
        }
        to.text(fold ? ")" : "");
    }

    @Override
    String aggregateName(String name) {
        return switch (name) {
            case "ArrayAgg" -> "ARRAY_AGG";
            case "JSONBAgg" -> "JSONB_AGG";
            case "BoolAnd" -> "BOOL_AND";
            case "BoolOr" -> "BOOL_OR";
            case "BitAnd" -> "BIT_AND";
            case "BitOr" -> "BIT_OR";
            case "BitXor" -> "BIT_XOR";
            default -> FunctionTypes.isStatistic(name) ? name : super.aggregateName(name);
        };
    }

    @Override
    void json(Renderer to, R.Json json) {
        PostgresJson.value(to, json);
    }

    @Override
    void aggregate(Renderer to, R.Agg agg) {
        if (agg.name().equals("AnyValue") && !server().isAtLeast(16, 0)) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "ANY_VALUE is not supported on this database backend.",
                    "PostgreSQL has it from version 16 on; this is " + server().major()
                            + ". Use min(...) or max(...).");
        }
        if (agg.name().equals("StringAgg") && agg.more().isEmpty()) {
            R comma = new R.Raw("','", List.of(), ValueType.TEXT);
            super.aggregate(
                    to,
                    new R.Agg(
                            agg.name(),
                            agg.argument(),
                            agg.distinct(),
                            agg.filter(),
                            agg.otherwise(),
                            agg.order(),
                            List.of(comma),
                            agg.type()));
        } else {
            super.aggregate(to, agg);
        }
    }

    @Override
    String textCast() {
        return "::text";
    }

    @Override
    void function(Renderer to, R.Fn fn) {
        PostgresFunctionSql.write(this, to, fn);
    }

    @Override
    void operator(Renderer to, R.Op op) {
        if (op.operator().equals("%")) {
            call(to, "MOD", List.of(op.left(), op.right()));
        } else if (op.operator().equals("<<") || op.operator().equals(">>")) {
            // Bits are moved by an int, whatever they are themselves.
            to.text("(");
            to.value(op.left());
            to.text(" ").text(op.operator()).text(" (");
            to.value(op.right());
            to.text(")::int)");
        } else {
            super.operator(to, op);
        }
    }

    static QueryError unsupported(String lookup) {
        return new QueryError("There is no lookup '" + lookup + "' for this value on PostgreSQL.");
    }
}
