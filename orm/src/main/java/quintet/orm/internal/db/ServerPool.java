package quintet.orm.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quintet.core.ConnectionUrl;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.OperationalError;
import quintet.orm.internal.sql.Dialect;

/** Connections to a database server, in a HikariCP pool. Prepared statements are kept with the physical connection. */
final class ServerPool implements Pool {
    private final Dialect dialect;
    private final Database settings;
    private final HikariDataSource source;
    private final Map<Connection, Link> links = new ConcurrentHashMap<>();
    private final Map<Link, Connection> borrowed = new ConcurrentHashMap<>();

    ServerPool(Database settings, Dialect dialect) {
        this.settings = settings;
        this.dialect = dialect;
        ConnectionUrl url = settings.url();
        HikariConfig config = new HikariConfig();
        config.setPoolName("quintet-" + settings.alias());
        config.setJdbcUrl(dialect.jdbcUrl(url));
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.timeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        if (!dialect.defaultIsolation().isEmpty()) {
            config.setTransactionIsolation(dialect.defaultIsolation());
        }
        dialect.connectionOptions().forEach((name, value) -> config.addDataSourceProperty((String) name, value));
        this.source = new HikariDataSource(config);
    }

    private Link take() {
        try {
            Connection connection = source.getConnection();
            try {
                Connection raw = connection.unwrap(dialect.connectionType());
                Link link = links.get(raw);
                if (link == null) {
                    links.keySet().removeIf(ServerPool::isClosed);
                    start(raw);
                    link = new Link(raw, (int) settings.statementTimeout().toSeconds());
                    links.put(raw, link);
                }
                borrowed.put(link, connection);
                return link;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new OperationalError(
                    "No connection to the database " + settings.alias() + " (" + settings.url() + "): " + e.getMessage()
                            + (e.getCause() == null ? "" : " " + e.getCause().getMessage()),
                    e);
        }
    }

    private void start(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            for (String sql : dialect.connectionStart()) {
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

    private void giveBack(Link link, boolean broken) {
        Connection connection = borrowed.remove(link);
        if (connection == null) {
            return;
        }
        if (broken) {
            links.remove(link.raw());
            source.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // The pool replaces it.
        }
    }

    @Override
    public <T> T run(boolean writes, String sql, Db.Work<T> work) {
        Link link = take();
        boolean broken = false;
        try {
            return work.apply(link);
        } catch (SQLException e) {
            broken = dialect.isBroken(e);
            throw dialect.translate(e, sql);
        } finally {
            giveBack(link, broken);
        }
    }

    @Override
    public Link begin() {
        Link link = take();
        try {
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
            broken = false;
        } catch (SQLException e) {
            throw dialect.translate(e, commit ? "COMMIT" : "ROLLBACK");
        } finally {
            giveBack(link, broken);
        }
    }

    @Override
    public int active() {
        return borrowed.size();
    }

    @Override
    public void close() {
        source.close();
    }
}
