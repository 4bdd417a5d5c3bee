package quintet.test.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import quintet.core.Commands;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Site;
import quintet.http.Project;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.test.QuintetTest;
import quintet.test.TestDatabase;

/** An open site with migrated databases, used by one test class at a time. */
final class TestSite implements AutoCloseable {
    private static final ConnectionUrl MEMORY = ConnectionUrl.parse("sqlite::memory:");

    private final TestProject project;
    private final Env env;
    private final Site site;
    private final Map<String, RealDatabase> real;

    private TestSite(TestProject project, Env env, Site site, Map<String, RealDatabase> real) {
        this.project = project;
        this.env = env;
        this.site = site;
        this.real = real;
    }

    /** Opens a site for the tests of a class. */
    static TestSite open(Project project, QuintetTest test, boolean keep) {
        Env env = TestEnv.of(Env.projectRoot(project.getClass()), test);
        Map<String, RealDatabase> real = new HashMap<>();
        Map<String, Database> databases = new HashMap<>();
        boolean opened = false;
        try {
            for (Database database : project.settings(env).parts(Database.class)) {
                databases.put(database.alias(), forTests(database, where(test), real, keep));
            }
            TestProject tested = new TestProject(project, databases, test.debug(), settings -> settings);
            Site site = tested.open(env);
            TestSite all = new TestSite(tested, env, site, real);
            all.migrate();
            opened = true;
            return all;
        } finally {
            if (!opened) {
                real.values().forEach(RealDatabase::close);
            }
        }
    }

    private static TestDatabase where(QuintetTest test) {
        return switch (System.getProperty("quintet.test.database", "")) {
            case "" -> test.database();
            case "memory" -> TestDatabase.IN_MEMORY;
            case "settings" -> TestDatabase.SETTINGS;
            default ->
                throw new IllegalArgumentException("The system property quintet.test.database must be memory or"
                        + " settings, not '" + System.getProperty("quintet.test.database") + "'.");
        };
    }

    private static Database forTests(
            Database database, TestDatabase where, Map<String, RealDatabase> real, boolean keep) {
        if (where == TestDatabase.IN_MEMORY || database.url().scheme().startsWith("sqlite")) {
            return Database.of(MEMORY).alias(database.alias()).timeout(database.timeout());
        }
        RealDatabase made = RealDatabase.create(database, keep);
        real.put(database.alias(), made);
        return made.database();
    }

    private void migrate() {
        boolean done = false;
        try {
            for (String alias :
                    site.findService(Databases.class).map(Databases::aliases).orElse(java.util.List.of())) {
                StringWriter printed = new StringWriter();
                PrintWriter out = new PrintWriter(printed);
                int code = Commands.call(site, out, out, "migrate", "--run-syncdb", "--database", alias);
                out.flush();
                if (code != 0) {
                    throw new IllegalStateException("The test database could not be migrated:\n" + printed);
                }
            }
            done = true;
        } finally {
            if (!done) {
                site.close();
            }
        }
    }

    Site site() {
        return site;
    }

    TestProject project() {
        return project;
    }

    Env env() {
        return env;
    }

    @Override
    public void close() {
        site.close();
        real.values().forEach(RealDatabase::close);
    }

    /** Closes a site whose databases were changed: they are no good for the next run either. */
    void closeForGood() {
        site.close();
        real.values().forEach(RealDatabase::drop);
    }
}
