package quintet.orm.internal.sql;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import quintet.core.ConnectionUrl;
import quintet.core.ImproperlyConfigured;
import quintet.orm.FieldMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Query;

/** The SQL of one kind of database: how it writes names, statements, conditions and values. */
public abstract class Dialect extends DatabaseKind {
    private final Compiler compiler = new Compiler(this);

    /** For the kinds. */
    Dialect() {}

    /** The kind of database an address leads to. */
    public static Dialect of(ConnectionUrl url) {
        return switch (url.scheme()) {
            case "sqlite", "sqlite3" -> new SqliteDialect();
            case "postgres", "postgresql", "pgsql" -> new PostgresDialect();
            case "mariadb", "mysql" -> new MySqlDialect();
            default ->
                throw new ImproperlyConfigured("The database address " + url + " has the unknown kind '" + url.scheme()
                        + "'. Write sqlite:db.sqlite3, postgres://user:password@host/name or"
                        + " mariadb://user:password@host/name.");
        };
    }

    /** Makes SQL for this kind. */
    public final Compiler compiler() {
        return compiler;
    }

    // --- Text

    /** Writes a name in quotes. */
    public void quote(StringBuilder out, String name) {
        out.append('"');
        if (name.indexOf('"') < 0) {
            out.append(name);
        } else {
            out.append(name.replace("\"", "\"\""));
        }
        out.append('"');
    }

    /** A name in quotes. */
    public final String quoted(String name) {
        StringBuilder out = new StringBuilder(name.length() + 2);
        quote(out, name);
        return out.toString();
    }

    // --- Inserting

    /** The types of the arrays in which the rows of an INSERT can be sent, one for each column; empty if they cannot. */
    public List<String> arrayTypes(List<FieldMeta> fields) {
        return List.of();
    }

    /** Sends rows as arrays of the types that {@link #arrayTypes} gave. */
    public ArrayParameters arrays(PreparedStatement statement, List<String> types, int rows) {
        throw new IllegalStateException("Rows are not sent as arrays to " + vendor() + ".");
    }

    /** How an INSERT starts. */
    public String insertStart(boolean ignoreConflicts) {
        return "INSERT INTO ";
    }

    /** What follows the table's name where all columns take their defaults. */
    public String emptyInsert() {
        return " DEFAULT VALUES";
    }

    /** Writes what happens to rows that are there already: nothing, or some columns take the new values. */
    public void conflict(StringBuilder sql, boolean ignore, List<String> unique, List<String> update) {
        if (ignore) {
            sql.append(" ON CONFLICT DO NOTHING");
        } else if (!update.isEmpty()) {
            String separator = " ON CONFLICT(";
            for (String column : unique) {
                quote(sql.append(separator), column);
                separator = ", ";
            }
            separator = ") DO UPDATE SET ";
            for (String column : update) {
                quote(sql.append(separator), column);
                quote(sql.append(" = EXCLUDED."), column);
                separator = ", ";
            }
        }
    }

    /** What comes before a query to have it explained. */
    public abstract String explain(Map<String, ?> options);

    /** The column of an explanation that people read, from 1. */
    public int explainedColumn() {
        return 1;
    }

    /** Whether an explanation comes as a table. */
    public boolean explainsAsTable() {
        return false;
    }

    /** The LIMIT that an OFFSET needs before it; empty: it needs none. */
    String limitForOffset() {
        return "";
    }

    boolean bracketsInCombination() {
        return true;
    }

    /** Whether HAVING may name a column only if rows are grouped by it, even if it follows from the others. */
    boolean groupsByWhatHavingNames() {
        return false;
    }

    boolean copiesSubqueryOfChangedTable() {
        return false;
    }

    void lock(Renderer to, Query.Lock lock, List<Join> of) {
        to.text(lock.noKey() ? " FOR NO KEY UPDATE" : " FOR UPDATE");
        lockEnd(to, lock, of);
    }

    static void lockEnd(Renderer to, Query.Lock lock, List<Join> of) {
        String separator = " OF ";
        for (Join join : of) {
            to.text(separator).name(join.alias);
            separator = ", ";
        }
        if (lock.nowait()) {
            to.text(" NOWAIT");
        } else if (lock.skipLocked()) {
            to.text(" SKIP LOCKED");
        }
    }

    void distinctOn(Renderer to, List<R> fields) {
        throw new QueryError(
                QueryError.Kind.NOT_SUPPORTED,
                "DISTINCT ON fields is not supported by this database backend",
                "distinctOn needs PostgreSQL; this database is " + vendor() + ".");
    }

    void order(Renderer to, R.By by) {
        to.value(by.value());
        to.text(by.descending() ? " DESC" : " ASC");
        if (by.nullsFirst() != null) {
            to.text(by.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    void value(Renderer to, R.Val val) {
        to.parameter(val);
    }

    void assigned(Renderer to, FieldMeta field, R value) {
        to.value(value);
    }

    void operator(Renderer to, R.Op op) {
        to.text("(");
        to.value(op.left());
        to.text(" ").text(op.operator()).text(" ");
        to.value(op.right());
        to.text(")");
    }

    void conditionAsValue(Renderer to, R.C condition) {
        to.text("CASE WHEN ");
        to.condition(condition, true);
        to.text(" THEN 1 ELSE 0 END");
    }

    void valueAsCondition(Renderer to, R value) {
        to.value(value);
    }

    void isNull(Renderer to, R.C.IsNull isNull) {
        String test = isNull.yes() ? " IS NULL" : " IS NOT NULL";
        List<R> columns = R.nullable(isNull.value());
        String separator = columns.size() > 1 ? "(" : "";
        for (R column : columns) {
            to.text(separator);
            to.value(column);
            to.text(test);
            separator = isNull.yes() ? " OR " : " AND ";
        }
        to.text(columns.size() > 1 ? ")" : "");
    }

    void in(Renderer to, R.C.In in) {
        to.value(in.left());
        to.text(" IN ");
        to.value(in.right());
    }

    void over(Renderer to, R.Over over) {
        to.window(over);
    }

    abstract void compare(Renderer to, R.C.Compare compare);

    abstract void json(Renderer to, R.Json json);

    void aggregate(Renderer to, R.Agg agg) {
        String name = aggregateName(agg.name());
        to.text(name).text("(").text(agg.distinct() ? "DISTINCT " : "");
        R argument = agg.argument();
        if (argument == null) {
            to.text("*");
        } else {
            to.value(argument);
        }
        for (R more : agg.more()) {
            to.text(", ");
            to.value(more);
        }
        String separator = " ORDER BY ";
        for (R.By by : agg.order()) {
            to.text(separator);
            to.by(by);
            separator = ", ";
        }
        to.text(")");
        if (agg.filter() != null) {
            to.text(" FILTER (WHERE ");
            to.condition(agg.filter(), true);
            to.text(")");
        }
    }

    String aggregateName(String name) {
        return switch (name) {
            case "Count" -> "COUNT";
            case "Sum" -> "SUM";
            case "Avg" -> "AVG";
            case "Min" -> "MIN";
            case "Max" -> "MAX";
            case "StdDev" -> "STDDEV_POP";
            case "Variance" -> "VAR_POP";
            case "StdDevSample" -> "STDDEV_SAMP";
            case "VarianceSample" -> "VAR_SAMP";
            case "BitAnd" -> "BIT_AND";
            case "BitOr" -> "BIT_OR";
            case "BitXor" -> "BIT_XOR";
            case "AnyValue" -> "ANY_VALUE";
            case "StringAgg" -> "STRING_AGG";
            default -> throw new QueryError("There is no aggregate '" + name + "'.");
        };
    }

    /** What makes a parameter a text where the database cannot know it. */
    String textCast() {
        return "";
    }

    abstract void function(Renderer to, R.Fn fn);

    /** A function that is alike everywhere. */
    final void common(Renderer to, R.Fn fn) {
        switch (fn.name()) {
            case "Func" -> to.template(fn.options().getFirst(), fn.arguments());
            case "Collate" -> {
                to.value(fn.arguments().getFirst());
                to.text(" COLLATE ").name(CommonFunctions.collation(fn.options().getFirst()));
            }
            default -> call(to, CommonFunctions.name(fn.name(), vendor()), fn.arguments());
        }
    }

    static void call(Renderer to, String name, List<R> arguments) {
        to.text(name).text("(");
        to.list(arguments);
        to.text(")");
    }

    /** Replaces by nothing if it is not said by what. */
    static void replace(Renderer to, List<R> arguments) {
        to.text("REPLACE(");
        to.list(arguments);
        to.text(arguments.size() == 2 ? ", '')" : ")");
    }
}
