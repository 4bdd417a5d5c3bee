package quintet.orm.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import quintet.core.ConnectionUrl;
import quintet.orm.Cells;
import quintet.orm.DataError;
import quintet.orm.DatabaseException;
import quintet.orm.IntegrityError;
import quintet.orm.OperationalError;
import quintet.orm.Parameters;
import quintet.orm.ProgrammingError;
import quintet.orm.QueryError;
import quintet.orm.TransientError;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.query.Query;

/** MariaDB, and MySQL as far as they are alike: texts compare by the columns' collation, DDL ends transactions. */
final class MySqlDialect extends Dialect {
    private static final Map<String, String> OPERATORS =
            Map.of("exact", " = ", "gt", " > ", "gte", " >= ", "lt", " < ", "lte", " <= ");
    /** Deadlock, lock wait timeout, and a row changed since the snapshot: the transaction may succeed when tried again. */
    private static final Set<Integer> TRANSIENT = Set.of(1205, 1213, 1020);
    /** No value for a column, a broken check (MariaDB, MySQL): errors that have no state of their own. */
    private static final Set<Integer> INTEGRITY = Set.of(1364, 4025, 3819, 1048, 1062, 1451, 1452);

    private static final Set<String> FRACTIONS = Set.of("Avg", "StdDev", "StdDevSample", "Variance", "VarianceSample");
    private final MySqlZones zones = new MySqlZones();

    private static final int STATEMENT_TIMEOUT = 1969;
    private static final int INTERRUPTED = 1317;

    @Override
    public boolean returnsUpdated() {
        return false;
    }

    @Override
    public String vendor() {
        return "mysql";
    }

    @Override
    public String jdbcUrl(ConnectionUrl url) {
        StringBuilder text = new StringBuilder("jdbc:mariadb://")
                .append(url.host() == null ? "localhost" : url.host())
                .append(url.port() < 0 ? "" : ":" + url.port())
                .append('/')
                .append(java.net.URLEncoder.encode(url.path(), java.nio.charset.StandardCharsets.UTF_8));
        String separator = "?";
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            if (!option.getKey().equals("user") && !option.getKey().equals("password")) {
                text.append(separator).append(option.getKey()).append('=').append(option.getValue());
                separator = "&";
            }
        }
        return text.toString();
    }

    @Override
    public Properties connectionOptions() {
        Properties options = new Properties();
        // The driver's own kept statements would be kept twice; Link keeps them.
        options.setProperty("cachePrepStmts", "false");
        return options;
    }

    /** Strict about values as Django asks for, UTC, and bare words in {@code ||} mean what they mean in standard SQL's CONCAT_WS. */
    @Override
    public List<String> connectionStart() {
        return List.of(
                "SET NAMES utf8mb4",
                "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_TRANS_TABLES')," + " SESSION time_zone = '+00:00'");
    }

    /** Django's choice for MySQL: repeatable reads would hide what others have committed since. */
    @Override
    public String defaultIsolation() {
        return "TRANSACTION_READ_COMMITTED";
    }

    @Override
    public String driver() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public Class<? extends Connection> connectionType() {
        return org.mariadb.jdbc.Connection.class;
    }

    @Override
    public Cells cells(ResultSet rows) {
        return new MySqlCells(rows);
    }

    @Override
    public Parameters parameters(Link link, PreparedStatement statement) {
        return new MySqlParameters(statement, zones);
    }

    @Override
    public int maxNameLength() {
        return 64;
    }

    @Override
    public void quote(StringBuilder out, String name) {
        out.append('`')
                .append(name.indexOf('`') < 0 ? name : name.replace("`", "``"))
                .append('`');
    }

    @Override
    DatabaseException translated(SQLException error, String message) {
        int code = error.getErrorCode();
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (TRANSIENT.contains(code) || state.equals("40001")) {
            return new TransientError(message, error);
        }
        if (INTEGRITY.contains(code) || state.startsWith("23")) {
            return new IntegrityError(message, error);
        }
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "22" -> new DataError(message, error);
            case "42" -> new ProgrammingError(message, error);
            default -> new OperationalError(message, error);
        };
    }

    @Override
    public boolean isTimeout(SQLException error) {
        return error.getErrorCode() == STATEMENT_TIMEOUT
                || error.getErrorCode() == INTERRUPTED
                || super.isTimeout(error);
    }

    // --- Statements

    @Override
    public String emptyInsert() {
        return " () VALUES ()";
    }

    @Override
    public String insertStart(boolean ignoreConflicts) {
        return ignoreConflicts ? "INSERT IGNORE INTO " : "INSERT INTO ";
    }

    @Override
    public void conflict(StringBuilder sql, boolean ignore, List<String> unique, List<String> update) {
        String separator = " ON DUPLICATE KEY UPDATE ";
        for (String column : update) {
            sql.append(separator);
            quote(sql, column);
            sql.append(" = VALUES(");
            quote(sql, column);
            sql.append(')');
            separator = ", ";
        }
    }

    @Override
    String limitForOffset() {
        return " LIMIT 18446744073709551615";
    }

    @Override
    boolean groupsByWhatHavingNames() {
        return true;
    }

    @Override
    boolean copiesSubqueryOfChangedTable() {
        return true;
    }

    @Override
    void lock(Renderer to, Query.Lock lock) {
        to.text(" FOR UPDATE");
        if (lock.nowait()) {
            to.text(" NOWAIT");
        } else if (lock.skipLocked()) {
            to.text(" SKIP LOCKED");
        }
    }

    @Override
    void order(Renderer to, R.By by) {
        if (by.nullsFirst() != null && by.nullsFirst() == by.descending()) {
            to.text("ISNULL(");
            to.value(by.value());
            to.text(by.nullsFirst() ? ") DESC, " : "), ");
        }
        to.value(by.value());
        to.text(by.descending() ? " DESC" : " ASC");
    }

    @Override
    public String explain(Map<String, ?> options) {
        return Explain.mysql(options, server());
    }

    @Override
    public boolean explainsAsTable() {
        return true;
    }

    // --- Conditions

    @Override
    void compare(Renderer to, R.C.Compare compare) {
        if (compare.left().type().base() == ValueType.Base.JSON && MySqlJson.compare(to, compare)) {
            return;
        }
        String operator = OPERATORS.get(compare.lookup());
        if (operator != null) {
            to.value(compare.left());
            to.text(operator);
            to.value(compare.right());
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
            case "regex" -> regex(to, compare, " REGEXP BINARY ", "");
            case "iregex" -> regex(to, compare, " REGEXP CONCAT('(?i)', ", ")");
            default ->
                throw new QueryError(
                        "There is no lookup '" + compare.lookup() + "' for this value on MariaDB and MySQL.");
        }
    }

    private static void regex(Renderer to, R.C.Compare compare, String operator, String end) {
        MySqlJson.text(to, compare.left());
        to.text(operator);
        to.value(compare.right());
        to.text(end);
    }

    /** With LOWER the case does not matter even where the collation tells cases apart. */
    private static void like(Renderer to, R.C.Compare compare, boolean fold, boolean before, boolean after) {
        to.text(fold ? "LOWER(" : "");
        MySqlJson.text(to, compare.left());
        to.text(fold ? ") LIKE LOWER(" : " LIKE BINARY ");
        if (compare.right() instanceof R.Val val) {
            to.parameter(val);
        } else {
            to.text("CONCAT(").text(before ? "'%', " : "").text("REPLACE(REPLACE(REPLACE(");
            to.value(compare.right());
            to.text(", '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_')")
                    .text(after ? ", '%'" : "")
                    .text(")");
        }
        to.text(fold ? ")" : "");
    }

    @Override
    void in(Renderer to, R.C.In in) {
        if (in.left() instanceof R.Json && in.right() instanceof R.Items items) {
            MySqlJson.in(to, in.left(), items);
        } else if (in.right() instanceof R.Query query
                && (query.select().limitSlot >= 0 || query.select().fixedLimit >= 0)) {
            // A limit directly within IN is not allowed.
            to.value(in.left());
            to.text(" IN (SELECT * FROM ");
            to.query(query.select());
            to.text(" limited)");
        } else {
            super.in(to, in);
        }
    }

    @Override
    void json(Renderer to, R.Json json) {
        MySqlJson.value(to, json);
    }

    // --- Values

    @Override
    void operator(Renderer to, R.Op op) {
        ValueType.Base left = op.left().type().base();
        ValueType.Base right = op.right().type().base();
        if (op.type().base() == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            difference(to, op, left);
        } else if (right == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            to.text("(");
            to.value(op.left());
            to.text(" ").text(op.operator()).text(" INTERVAL ");
            to.value(op.right());
            to.text(" MICROSECOND)");
        } else if (op.operator().equals("^")) {
            call(to, "POW", List.of(op.left(), op.right()));
        } else if (op.operator().equals("#")) {
            super.operator(to, new R.Op(op.left(), "^", op.right(), op.type()));
        } else if (op.operator().equals("/") && op.type().base() == ValueType.Base.INTEGER) {
            // Whole numbers stay whole, as on the other databases.
            super.operator(to, new R.Op(op.left(), "DIV", op.right(), op.type()));
        } else {
            super.operator(to, op);
        }
    }

    private static void difference(Renderer to, R.Op op, ValueType.Base base) {
        if (base == ValueType.Base.TIME) {
            to.text("TIMESTAMPDIFF(MICROSECOND, TIMESTAMP('1970-01-01', ");
            to.value(op.right());
            to.text("), TIMESTAMP('1970-01-01', ");
            to.value(op.left());
            to.text("))");
        } else {
            to.text("TIMESTAMPDIFF(MICROSECOND, ");
            to.value(op.right());
            to.text(", ");
            to.value(op.left());
            to.text(")");
        }
    }

    @Override
    String aggregateName(String name) {
        return switch (name) {
            case "AnyValue" -> "MAX";
            case "StringAgg" -> "GROUP_CONCAT";
            default -> super.aggregateName(name);
        };
    }

    /** There is no FILTER: what does not meet the condition is NULL, which aggregates leave out. */
    @Override
    void aggregate(Renderer to, R.Agg agg) {
        if (!agg.name().startsWith("Bit")) {
            plainAggregate(to, agg);
            return;
        }
        // Of no values these would be numbers.
        to.text("IF(");
        plainAggregate(
                to,
                new R.Agg("Count", agg.argument(), false, agg.filter(), null, List.of(), List.of(), ValueType.LONG));
        to.text(" = 0, NULL, ");
        plainAggregate(to, agg);
        to.text(")");
    }

    private void plainAggregate(Renderer to, R.Agg agg) {
        to.text(aggregateName(agg.name())).text("(").text(agg.distinct() ? "DISTINCT " : "");
        R argument = agg.argument();
        R.C filter = agg.filter();
        if (filter != null) {
            to.text("CASE WHEN ");
            to.condition(filter, true);
            to.text(" THEN ");
        }
        if (argument == null) {
            to.text(filter == null ? "*" : "1");
        } else {
            to.value(argument);
            // Averages and the like of whole numbers would have four decimal places only.
            to.text(FRACTIONS.contains(agg.name()) && argument.type().base() == ValueType.Base.INTEGER ? " * 1e0" : "");
        }
        to.text(filter == null ? "" : " ELSE NULL END");
        String separator = " ORDER BY ";
        for (R.By by : agg.order()) {
            to.text(separator);
            to.by(by);
            separator = ", ";
        }
        for (R more : agg.more()) {
            to.text(" SEPARATOR ");
            to.value(more);
        }
        to.text(")");
    }

    /** MariaDB's LAG and LEAD have no default. */
    @Override
    void over(Renderer to, R.Over over) {
        if (over.function() instanceof R.Fn fn
                && fn.arguments().size() == 3
                && (fn.name().equals("Lag") || fn.name().equals("Lead"))
                && server().isMariaDb()) {
            MySqlFunctionSql.withDefault(to, over, fn);
        } else if (over.function() instanceof R.Fn fn
                && (fn.name().equals("CumeDist") || fn.name().equals("PercentRank"))) {
            // Multiplied, it is given with all of its digits.
            to.text("(");
            super.over(to, over);
            to.text(" * 1e0)");
        } else {
            super.over(to, over);
        }
    }

    @Override
    void function(Renderer to, R.Fn fn) {
        List<R> arguments = fn.arguments();
        switch (fn.name()) {
            case "Extract" -> MySqlDates.extract(to, fn);
            case "Trunc" -> MySqlDates.truncate(to, fn);
            case "TruncDate" -> MySqlDates.zoned(to, "DATE(", fn, ")");
            case "TruncTime" -> MySqlDates.zoned(to, "TIME(", fn, ")");
            case "Now" -> to.text("CURRENT_TIMESTAMP(6)");
            case "Concat" -> concat(to, arguments);
            case "Cast" -> cast(to, fn);
            case "StrIndex" -> call(to, "INSTR", arguments);
            case "Length" -> call(to, "CHAR_LENGTH", arguments);
            case "Random" -> to.text("RAND()");
            case "Row" -> call(to, "", arguments);
            case "Replace" -> replace(to, arguments);
            case "Ord" -> call(to, "ORD", arguments);
            case "Chr" -> {
                to.text("CHAR(");
                to.list(arguments);
                to.text(" USING utf16)");
            }
            case "SHA224", "SHA256", "SHA384", "SHA512" -> {
                to.text("SHA2(");
                to.list(arguments);
                to.text(", " + fn.name().substring(3) + ")");
            }
            default -> MySqlFunctionSql.write(this, to, fn);
        }
    }

    private static void concat(Renderer to, List<R> parts) {
        String separator = "CONCAT(";
        for (R part : parts) {
            to.text(separator).text("COALESCE(");
            to.value(part);
            to.text(", '')");
            separator = ", ";
        }
        to.text(")");
    }

    private static void cast(Renderer to, R.Fn fn) {
        ValueType type = fn.type();
        String name = switch (type.base()) {
            case INTEGER, BOOLEAN, DURATION -> "SIGNED INTEGER";
            case FLOAT -> "DOUBLE";
            case DECIMAL ->
                type.digits() > 0
                        ? "DECIMAL(" + type.digits() + ", " + Math.max(0, type.places()) + ")"
                        : "DECIMAL(65, 30)";
            case DATE -> "DATE";
            case TIME -> "TIME(6)";
            case DATETIME -> "DATETIME(6)";
            case BINARY -> "BINARY";
            default -> "CHAR";
        };
        to.text("CAST(");
        MySqlJson.text(to, fn.arguments().getFirst());
        to.text(" AS ").text(name).text(")");
    }
}
