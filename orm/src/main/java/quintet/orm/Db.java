package quintet.orm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Settings;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.db.Pool;
import quintet.orm.internal.db.Pools;
import quintet.orm.internal.db.QueryLog;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.db.Wrappers;
import quintet.orm.internal.sql.Dialect;
import quintet.orm.internal.sql.Server;
import quintet.orm.internal.sql.SqlCache;
import quintet.orm.internal.sql.ValueType;

/**
 * An open database: runs SQL by hand where models do not reach. Within {@link Transactions#atomic} on the same thread it
 * uses that transaction's connection; otherwise each call takes one and gives it back.
 */
public final class Db {
    private final Database settings;
    private final Dialect dialect;
    private final Pool ownPool;
    private volatile Pool pool;
    private final SqlCache cache = new SqlCache();

    private Db(Database settings, Dialect dialect, Pool pool) {
        this.settings = settings;
        this.dialect = dialect;
        this.ownPool = pool;
        this.pool = pool;
    }

    static Db open(Database settings, Settings site) {
        Dialect dialect = Dialect.of(settings.url());
        dialect.keepIn(settings.options().zone());
        Db db = new Db(settings, dialect, Pools.open(settings, dialect, site.root()));
        dialect.servedBy(() -> db.run(
                false, "(the server's version)", link -> Server.of(link.raw().getMetaData())));
        return db;
    }

    /** The alias. */
    public String alias() {
        return settings.alias();
    }

    /** Its settings. */
    public Database settings() {
        return settings;
    }

    /** The kind of database: {@code sqlite}, {@code postgresql} or {@code mysql}. Django's {@code connection.vendor}. */
    public String vendor() {
        return dialect.vendor();
    }

    /** How this kind of database writes SQL; for Quintet's own use. */
    public Dialect dialect() {
        return dialect;
    }

    /** The SQL texts kept; for Quintet's own use. */
    public SqlCache cache() {
        return cache;
    }

    /** The connections; for Quintet's own use. */
    public Pool pool() {
        return pool;
    }

    /** How its connections are used at this moment. */
    public PoolStatus status() {
        return pool.status();
    }

    /** The connections this database was opened with. */
    Pool ownPool() {
        return ownPool;
    }

    /** Has all that follows use other connections, for {@link TestTransaction}. */
    void pool(Pool other) {
        pool = other;
    }

    /**
     * Code that uses a connection.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Uses it. */
        T apply(Link link) throws SQLException;
    }

    /** Runs code on the transaction's connection, or on one taken for it; for Quintet's own use. */
    public <T> T run(boolean writes, String sql, Work<T> work) {
        return Wrappers.any()
                ? Wrappers.run(alias(), sql, writes, () -> plainRun(writes, sql, work))
                : plainRun(writes, sql, work);
    }

    private <T> T plainRun(boolean writes, String sql, Work<T> work) {
        Transaction transaction = Transaction.of(this);
        if (transaction != null) {
            return transaction.run(sql, work);
        }
        return pool.run(writes, sql, work);
    }

    /**
     * Runs a statement.
     *
     * @return the number of rows it changed
     */
    public int execute(String sql, @Nullable Object... parameters) {
        return run(true, sql, link -> ask(link, sql, parameters, PreparedStatement::executeUpdate));
    }

    /** Runs several statements without parameters, such as those of a migration, one by one. */
    public void executeAll(List<String> statements) {
        statements.forEach(this::execute);
    }

    /**
     * Reads rows with a function of your own.
     *
     * @param reader called for each row
     */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return run(
                false,
                sql,
                link -> ask(link, sql, parameters, statement -> {
                    List<T> rows = new ArrayList<>();
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            rows.add(reader.read(result));
                        }
                    }
                    return rows;
                }));
    }

    private interface Ask<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Runs a prepared statement and tells those who listen, of one that fails too. */
    private <T> T ask(Link link, String sql, @Nullable Object[] parameters, Ask<T> ask) throws SQLException {
        long start = QueryLog.start();
        PreparedStatement statement = null;
        boolean done = false;
        try {
            statement = link.prepare(sql);
            bind(link, statement, parameters);
            T result = ask.of(statement);
            done = true;
            return result;
        } finally {
            QueryLog.end(this, sql, start, parameters);
            if (statement != null) {
                if (done) {
                    link.keep(sql, statement);
                } else {
                    link.drop(statement);
                }
            }
        }
    }

    private void bind(Link link, PreparedStatement statement, @Nullable Object[] values) {
        if (values.length > 0) {
            Parameters parameters = dialect.parameters(link, statement);
            for (Object value : values) {
                ValueType.ofValue(value).bind(parameters, value);
            }
        }
    }

    /**
     * Reads one row.
     *
     * @param <T> what is made of it
     */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the result's current row. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Code that uses a JDBC connection.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        /** Uses it; must not close it. */
        T apply(Connection connection) throws SQLException;
    }

    /** Lends the JDBC connection itself; on SQLite the writer's. */
    public <T> T withConnection(ConnectionWork<T> work) {
        return run(true, "(JDBC connection)", link -> work.apply(link.raw()));
    }

    /** The same for work that changes tables: statements that were prepared for them as they were are forgotten. */
    public <T> T changingTables(ConnectionWork<T> work) {
        return run(true, "(changing tables)", link -> {
            T result = work.apply(link.raw());
            link.forget();
            return result;
        });
    }

    void close() {
        ownPool.close();
    }

    /** Alias and address. */
    @Override
    public String toString() {
        return alias() + " (" + settings.url() + ")";
    }
}
