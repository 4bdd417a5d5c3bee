package quintet.orm.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import quintet.core.ConnectionUrl;
import quintet.core.ImproperlyConfigured;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.Isolation;
import quintet.orm.OperationalError;
import quintet.orm.PoolStatus;
import quintet.orm.Signals;
import quintet.orm.internal.sql.Dialect;
import quintet.orm.internal.sql.Server;

/** Connections to a database server, in a HikariCP pool. Prepared statements are kept with the physical connection. */
final class ServerPool implements Pool {
    private final Dialect dialect;
    private final Database settings;
    private final HikariDataSource source;
    private final Map<Connection, Loan> loans = new ConcurrentHashMap<>();
    private final Leaks leaks;
    /** The isolation that connections of transactions with one of their own go back to. */
    private final Map<Link, Integer> usual = new ConcurrentHashMap<>();

    private final Timeouts timeouts = new Timeouts();

    /** A physical connection: its link, and while it is out the pool's wrapper, who has it, and the watch over it. */
    private static final class Loan {
        private final Link link;
        private @Nullable Connection connection;
        private @Nullable ScheduledFuture<?> watch;
        /** Null while nobody has it; others look at it to say who has all connections. */
        private volatile @Nullable Thread owner;

        Loan(Link link) {
            this.link = link;
        }
    }

    ServerPool(Database settings, Dialect dialect) {
        this.settings = settings;
        this.dialect = dialect;
        ConnectionUrl url = settings.url();
        HikariConfig config = new HikariConfig();
        config.setPoolName("quintet-" + settings.alias());
        requireDriver(dialect.jdbcUrl(url));
        config.setJdbcUrl(dialect.jdbcUrl(url));
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(settings.options().minIdle(), settings.poolSize()));
        config.setIdleTimeout(settings.options().maxIdle().toMillis());
        config.setConnectionTimeout(settings.timeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        Isolation isolation = settings.options().isolation();
        if (isolation != null) {
            config.setTransactionIsolation("TRANSACTION_" + isolation.name());
        } else if (!dialect.defaultIsolation().isEmpty()) {
            config.setTransactionIsolation(dialect.defaultIsolation());
        }
        config.setMaxLifetime(settings.options().maxAge().toMillis());
        this.leaks = new Leaks(settings);
        dialect.connectionOptions().forEach((name, value) -> config.addDataSourceProperty((String) name, value));
        this.source = new HikariDataSource(config);
    }

    /** Drivers are the project's choice: a missing one is named with what to add. */
    private void requireDriver(String jdbcUrl) {
        try {
            DriverManager.getDriver(jdbcUrl);
        } catch (SQLException e) {
            String[] driver = dialect.driver().split(":");
            throw new ImproperlyConfigured(
                    "The database " + settings.alias() + " (" + settings.url() + ") needs the driver "
                            + dialect.driver()
                            + ", which is not on the class path. Add to pom.xml: <dependency><groupId>" + driver[0]
                            + "</groupId><artifactId>" + driver[1] + "</artifactId></dependency>",
                    e);
        }
    }

    private Loan take() {
        try {
            Connection connection = source.getConnection();
            try {
                Connection raw = connection.unwrap(dialect.connectionType());
                Loan loan = loans.get(raw);
                if (loan == null) {
                    loans.keySet().removeIf(ServerPool::isClosed);
                    start(raw);
                    Signals.CONNECTION_CREATED.send(new Signals.ConnectionEvent(settings.alias(), raw));
                    loan = new Loan(new Link(raw, settings.statementTimeout(), timeouts));
                    loans.put(raw, loan);
                }
                loan.connection = connection;
                loan.watch = leaks.taken();
                loan.owner = Thread.currentThread();
                return loan;
            } catch (SQLException | OperationalError e) {
                connection.close();
                throw e;
            }
        } catch (SQLTransientConnectionException e) {
            if (owners().size() >= settings.poolSize()) {
                throw new OperationalError(exhausted(), e);
            }
            throw refused(e);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private OperationalError refused(SQLException e) {
        return new OperationalError(
                "No connection to the database " + settings.alias() + " (" + settings.url() + "): " + e.getMessage()
                        + (e.getCause() == null ? "" : " " + e.getCause().getMessage()),
                e);
    }

    /** The threads that have a connection now. */
    private List<Thread> owners() {
        List<Thread> owners = new ArrayList<>();
        for (Loan loan : loans.values()) {
            Thread owner = loan.owner;
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    /** Who has all the connections. */
    private String exhausted() {
        StringBuilder text = new StringBuilder("All " + settings.poolSize() + " connections of the database "
                + settings.alias() + " are in use, and none came back within "
                + settings.timeout().toMillis() + " ms. They are with:");
        owners().stream()
                .limit(5)
                .forEach(owner -> text.append("\n  thread '")
                        .append(owner.getName())
                        .append("' in ")
                        .append(UserCode.in(owner.getStackTrace())));
        return text.append("\nKeep transactions short, or raise Database.poolSize(...).")
                .toString();
    }

    private void start(Connection raw) throws SQLException {
        Server.of(raw.getMetaData()).requireSupported(settings.alias());
        try (Statement statement = raw.createStatement()) {
            for (String sql : dialect.connectionStart()) {
                statement.execute(sql);
            }
            for (String sql : settings.options().initSql()) {
                statement.execute(sql);
            }
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void giveBack(Loan loan, boolean broken) {
        Connection connection = loan.connection;
        if (connection == null) {
            return;
        }
        Leaks.back(loan.watch);
        loan.connection = null;
        loan.watch = null;
        loan.owner = null;
        if (broken) {
            loans.remove(loan.link.raw());
            source.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // The pool replaces it.
        }
    }

    private void giveBack(Link link, boolean broken) {
        Loan loan = loans.get(link.raw());
        if (loan != null) {
            giveBack(loan, broken);
        }
    }

    @Override
    public <T> T run(boolean writes, String sql, Db.Work<T> work) {
        Loan loan = take();
        boolean broken = false;
        try {
            return work.apply(loan.link);
        } catch (SQLException e) {
            broken = dialect.isBroken(e);
            throw dialect.translate(e, sql);
        } finally {
            giveBack(loan, broken);
        }
    }

    @Override
    public Link begin(@Nullable Isolation isolation) {
        Link link = take().link;
        try {
            if (isolation != null) {
                Connection raw = link.raw();
                usual.put(link, raw.getTransactionIsolation());
                raw.setTransactionIsolation(isolation.level());
            }
            link.raw().setAutoCommit(false);
            return link;
        } catch (SQLException e) {
            giveBack(link, true);
            throw dialect.translate(e, "BEGIN");
        }
    }

    @Override
    public void end(Link link, boolean commit) {
        boolean broken = true;
        try {
            if (commit) {
                link.raw().commit();
            } else {
                link.raw().rollback();
            }
            link.raw().setAutoCommit(true);
            Integer before = usual.isEmpty() ? null : usual.remove(link);
            if (before != null) {
                link.raw().setTransactionIsolation(before);
            }
            broken = false;
        } catch (SQLException e) {
            throw dialect.translate(e, commit ? "COMMIT" : "ROLLBACK");
        } finally {
            giveBack(link, broken);
        }
    }

    @Override
    public PoolStatus status() {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return new PoolStatus(
                owners().size(),
                pool == null ? 0 : pool.getIdleConnections(),
                pool == null ? 0 : pool.getThreadsAwaitingConnection(),
                settings.poolSize(),
                timeouts.count(),
                leaks.reported());
    }

    @Override
    public void close() {
        source.close();
    }
}
