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

/** MariaDB and MySQL, which the server's name tells apart: texts compare by the columns' collation, DDL ends transactions. */
final class MySqlDialect extends Dialect {
    /** Deadlock, lock wait timeout, and a row changed since the snapshot: the transaction may succeed when tried again. */
    private static final Set<Integer> TRANSIENT = Set.of(1205, 1213, 1020, 3572);
    /** No value for a column, a broken check (MariaDB, MySQL): errors that have no state of their own. */
    private static final Set<Integer> INTEGRITY = Set.of(1364, 4025, 3819, 1048, 1062, 1451, 1452);

    private final MySqlZones zones = new MySqlZones();

    /** A statement that took too long (MariaDB, MySQL), and one that was stopped. */
    private static final Set<Integer> TIMEOUTS = Set.of(1969, 3024, 1317);

    /** Only MariaDB has {@code INSERT ... RETURNING}. */
    @Override
    public boolean returnsInserted() {
        return server().isMariaDb();
    }

    @Override
    public String product() {
        return server().isMariaDb() ? "mariadb" : "mysql";
    }

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
        return new MySqlCells(rows, zone());
    }

    @Override
    public Parameters parameters(Link link, PreparedStatement statement) {
        return new MySqlParameters(statement, zones, zone());
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
        return TIMEOUTS.contains(error.getErrorCode()) || super.isTimeout(error);
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
        // MySQL names the new row, in place of the function VALUES, which it is giving up.
        boolean named = !server().isMariaDb();
        String separator = named ? " AS new ON DUPLICATE KEY UPDATE " : " ON DUPLICATE KEY UPDATE ";
        for (String column : update) {
            sql.append(separator);
            quote(sql, column);
            sql.append(named ? " = new." : " = VALUES(");
            quote(sql, column);
            sql.append(named ? "" : ")");
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
    void lock(Renderer to, Query.Lock lock, List<Join> of) {
        if (lock.noKey()) {
            throw notSupported("FOR NO KEY UPDATE", "Only PostgreSQL has it; leave noKey out.");
        }
        if (!of.isEmpty() && server().isMariaDb()) {
            throw notSupported("FOR UPDATE OF", "MariaDB locks the rows of all tables of a query; leave \"of\" out.");
        }
        to.text(" FOR UPDATE");
        lockEnd(to, lock, of);
    }

    private static QueryError notSupported(String what, String advice) {
        return new QueryError(
                QueryError.Kind.NOT_SUPPORTED, what + " is not supported on this database backend.", advice);
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
        MySqlLookups.write(to, compare);
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
        MySqlArithmetic.write(this, to, op);
    }

    /** As on the other databases. */
    void plainOperator(Renderer to, R.Op op) {
        super.operator(to, op);
    }

    @Override
    String aggregateName(String name) {
        return switch (name) {
            case "AnyValue" -> server().isMariaDb() ? "MAX" : "ANY_VALUE";
            case "StringAgg" -> "GROUP_CONCAT";
            default -> super.aggregateName(name);
        };
    }

    @Override
    void aggregate(Renderer to, R.Agg agg) {
        MySqlAggregates.write(this, to, agg);
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
        MySqlFunctionSql.write(this, to, fn);
    }
}
