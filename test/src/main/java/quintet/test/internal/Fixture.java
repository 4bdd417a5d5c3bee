package quintet.test.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Databases;
import quintet.orm.TestTransaction;
import quintet.test.Client;
import quintet.test.LiveServer;
import quintet.test.OverrideSettings;
import quintet.test.QuintetTest;

/** What one test class has: its site, the transaction around its tests, a client for each test, servers. */
public final class Fixture {
    private static final ScopedValue<Fixture> CURRENT = ScopedValue.newInstance();

    private final TestSites sites;
    private final TestSite owned;
    private final boolean transactional;
    private final List<LiveServer> servers = new ArrayList<>();
    private @Nullable TestTransaction rows;
    private @Nullable Client client;

    private Fixture(TestSites sites, TestSite owned, boolean transactional) {
        this.sites = sites;
        this.owned = owned;
        this.transactional = transactional;
    }

    static Fixture open(TestSites sites, Class<?> test, QuintetTest annotation) {
        Fixture fixture = new Fixture(sites, sites.take(test, annotation), annotation.transactional());
        if (!annotation.transactional()) {
            fixture.site()
                    .findService(Databases.class)
                    .ifPresent(databases -> fixture.rows = TestTransaction.begin(databases));
        }
        return fixture;
    }

    /**
     * The fixture of the test that runs.
     *
     * @throws IllegalStateException outside of one
     */
    public static Fixture current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException(
                    "This works only inside a test of a class with @QuintetTest, on the thread of the test.");
        }
        return CURRENT.get();
    }

    Site site() {
        return owned.site();
    }

    /** Begins a level that the next {@link #pop} takes back. */
    void push() {
        TestTransaction transaction = rows;
        if (transaction != null) {
            transaction.push();
        }
    }

    void pop() {
        client = null;
        servers.forEach(LiveServer::close);
        servers.clear();
        TestTransaction transaction = rows;
        if (transaction != null) {
            transaction.pop();
        }
    }

    /** The client of this test; the same for each parameter. */
    Client client() {
        Client made = client;
        if (made == null) {
            made = Client.of(site());
            client = made;
        }
        return made;
    }

    /** A server for this test. */
    LiveServer server() {
        if (servers.isEmpty()) {
            servers.add(LiveServer.start(site()));
        }
        return servers.getFirst();
    }

    /** Runs code as a part of the test. */
    <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<T, X> code) throws X {
        return site().call(() -> ScopedValue.where(CURRENT, this).call(code));
    }

    /** Runs code in a second site with changed settings and the same rows. */
    public <X extends Throwable> void override(UnaryOperator<Settings> change, OverrideSettings.Code<X> code) throws X {
        try (Site other = owned.project().changed(change).open(owned.env())) {
            TestTransaction transaction = rows;
            if (transaction != null) {
                other.findService(Databases.class).ifPresent(transaction::share);
            }
            try {
                other.call(() -> {
                    code.run(other);
                    return 0;
                });
            } finally {
                if (transaction != null) {
                    transaction.unshare();
                }
            }
        }
    }

    void close() {
        servers.forEach(LiveServer::close);
        servers.clear();
        boolean clean = false;
        try {
            TestTransaction transaction = rows;
            if (transaction != null) {
                transaction.close();
            }
            clean = !transactional;
        } finally {
            sites.giveBack(owned, clean);
        }
    }
}
