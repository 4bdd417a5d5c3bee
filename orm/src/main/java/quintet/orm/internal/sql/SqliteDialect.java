package quintet.orm.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import quintet.core.ConnectionUrl;
import quintet.orm.Cells;
import quintet.orm.DatabaseException;
import quintet.orm.IntegrityError;
import quintet.orm.OperationalError;
import quintet.orm.Parameters;
import quintet.orm.QueryError;
import quintet.orm.TransientError;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.query.Query;

/** SQLite. Dates are text, decimals numbers, UUIDs 32 hexadecimal digits, as Django keeps them. */
final class SqliteDialect extends Dialect {
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INTERRUPT = 9;
    private static final int FULL = 13;

    @Override
    public String vendor() {
        return "sqlite";
    }

    @Override
    public String jdbcUrl(ConnectionUrl url) {
        return "jdbc:sqlite:" + url.path();
    }

    @Override
    public String driver() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public Class<? extends Connection> connectionType() {
        return org.sqlite.SQLiteConnection.class;
    }

    @Override
    public Cells cells(ResultSet rows) {
        return new SqliteCells(rows, zone());
    }

    @Override
    public Parameters parameters(Link link, PreparedStatement statement) {
        return new SqliteParameters(statement, zone());
    }

    @Override
    DatabaseException translated(SQLException error, String message) {
        int code = error.getErrorCode() & 0xff;
        return switch (code) {
            case CONSTRAINT, MISMATCH -> new IntegrityError(message, error);
            case BUSY, LOCKED -> new TransientError(message, error);
            default -> new OperationalError(message + remedy(code), error);
        };
    }

    private static String remedy(int code) {
        return switch (code) {
            case FULL ->
                "\n  The disk, or the limit of the database's size, is full. Nothing of the transaction was kept.";
            case READ_ONLY -> "\n  The file or its folder cannot be written by this user.";
            default -> "";
        };
    }

    @Override
    public boolean isTimeout(SQLException error) {
        return (error.getErrorCode() & 0xff) == INTERRUPT || super.isTimeout(error);
    }

    @Override
    public String explain(java.util.Map<String, ?> options) {
        return Explain.sqlite(options);
    }

    @Override
    public int explainedColumn() {
        return 4;
    }

    @Override
    String limitForOffset() {
        return " LIMIT -1";
    }

    @Override
    boolean bracketsInCombination() {
        return false;
    }

    /** Transactions have the whole database, so there are no row locks. */
    @Override
    void lock(Renderer to, Query.Lock lock, List<Join> of) {}

    @Override
    void compare(Renderer to, R.C.Compare compare) {
        R left = compare.left();
        R right = compare.right();
        if (left.type().base() == ValueType.Base.JSON && SqliteJson.compare(to, compare)) {
            return;
        }
        switch (compare.lookup()) {
            case "exact" -> binary(to, left, " = ", right);
            case "gt" -> binary(to, left, " > ", right);
            case "gte" -> binary(to, left, " >= ", right);
            case "lt" -> binary(to, left, " < ", right);
            case "lte" -> binary(to, left, " <= ", right);
            case "regex" -> binary(to, left, " REGEXP ", right);
            case "iregex" -> binary(to, left, " REGEXP '(?i)' || ", right);
            case "iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith" ->
                like(to, compare);
            default ->
                throw new QueryError("The lookup '" + compare.lookup() + "' needs another database than SQLite.");
        }
    }

    private static void binary(Renderer to, R left, String operator, R right) {
        to.value(left);
        to.text(operator);
        to.value(right);
    }

    private static void like(Renderer to, R.C.Compare compare) {
        to.value(compare.left());
        to.text(" LIKE ");
        String lookup = compare.lookup();
        if (compare.right() instanceof R.Val) {
            to.value(compare.right());
        } else {
            boolean before = lookup.endsWith("contains") || lookup.endsWith("endswith");
            boolean after = lookup.endsWith("contains") || lookup.endsWith("startswith");
            to.text(before ? "'%' || " : "").text("REPLACE(REPLACE(REPLACE(");
            to.value(compare.right());
            to.text(", '\\', '\\\\'), '%', '\\%'), '_', '\\_')").text(after ? " || '%'" : "");
        }
        to.text(" ESCAPE '\\'");
    }

    @Override
    void in(Renderer to, R.C.In in) {
        if (in.left() instanceof R.Json && in.right() instanceof R.Items items) {
            SqliteJson.in(to, in.left(), items);
        } else {
            super.in(to, in);
        }
    }

    @Override
    void json(Renderer to, R.Json json) {
        SqliteJson.value(to, json);
    }

    @Override
    void order(Renderer to, R.By by) {
        to.value(by.value());
        to.text(by.descending() ? " DESC" : " ASC");
        if (by.nullsFirst() != null) {
            to.text(by.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    @Override
    void operator(Renderer to, R.Op op) {
        ValueType.Base left = op.left().type().base();
        ValueType.Base right = op.right().type().base();
        if (op.type().base() == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            call(to, "django_timestamp_diff", List.of(op.left(), op.right()));
            return;
        }
        if (right == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            to.text("django_format_dtdelta('").text(op.operator()).text("', ");
            to.value(op.left());
            to.text(", ");
            to.value(op.right());
            to.text(")");
            return;
        }
        switch (op.operator()) {
            case "^" -> call(to, "POWER", List.of(op.left(), op.right()));
            case "#" -> call(to, "BITXOR", List.of(op.left(), op.right()));
            default -> super.operator(to, op);
        }
    }

    @Override
    String aggregateName(String name) {
        return switch (name) {
            case "StringAgg" -> "GROUP_CONCAT";
            default -> super.aggregateName(name);
        };
    }

    @Override
    void aggregate(Renderer to, R.Agg agg) {
        if (agg.name().equals("StringAgg") && agg.distinct()) {
            distinctTexts(to, agg);
            return;
        }
        boolean decimals = agg.argument() != null && agg.argument().type().base() == ValueType.Base.DECIMAL;
        if (decimals && agg.name().equals("Avg")) {
            to.text("CAST(");
            super.aggregate(to, agg);
            to.text(" AS REAL)");
        } else {
            super.aggregate(to, agg);
        }
    }

    /** SQLite takes DISTINCT with one argument only, which then are joined by commas. */
    private void distinctTexts(Renderer to, R.Agg agg) {
        if (!agg.more().isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "StringAgg does not support distinct with multiple expressions on this database backend.",
                    "SQLite joins distinct texts by commas only.");
        }
        super.aggregate(to, agg);
    }

    @Override
    void function(Renderer to, R.Fn fn) {
        SqliteFunctionSql.write(this, to, fn);
    }
}
