package quintet.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.orm.internal.db.HeldPool;

/**
 * Holds each of a site's databases on one connection, in a transaction that is never committed: for tests. All threads
 * share that connection in turns, so a live server sees what the test wrote; {@code atomic} works in savepoints, and what
 * shall run after a commit runs when the outermost of them ends well. What Django's {@code TestCase} does around each test.
 *
 * <pre>{@code
 * try (TestTransaction rows = TestTransaction.begin(site.service(Databases.class))) {
 *     Book.objects.create(book -> book.title = "Emma");
 * } // and nothing happened
 * }</pre>
 */
public final class TestTransaction implements AutoCloseable {
    private final Map<Db, HeldPool> held = new LinkedHashMap<>();
    private final List<Db> sharing = new ArrayList<>();

    private TestTransaction() {}

    /** Begins on all databases that the settings name; on the thread that will close it. */
    public static TestTransaction begin(Databases databases) {
        TestTransaction transaction = new TestTransaction();
        boolean begun = false;
        try {
            for (String alias : databases.aliases()) {
                Db db = databases.get(alias);
                HeldPool pool = new HeldPool(db.pool(), db.settings(), db.dialect());
                transaction.held.put(db, pool);
                db.pool(pool);
            }
            begun = true;
            return transaction;
        } finally {
            if (!begun) {
                transaction.close();
            }
        }
    }

    /** Lets another site, such as one with changed settings, use the same connections for databases of the same alias. */
    public void share(Databases others) {
        for (String alias : others.aliases()) {
            Db other = others.get(alias);
            held.forEach((db, pool) -> {
                if (db.alias().equals(alias)) {
                    other.pool(pool);
                    sharing.add(other);
                }
            });
        }
    }

    /** Takes other sites off the connections again, before they are closed. */
    public void unshare() {
        sharing.forEach(db -> db.pool(db.ownPool()));
        sharing.clear();
    }

    /** Begins a level: what follows is taken back by the next {@link #pop()}. */
    public void push() {
        held.values().forEach(HeldPool::push);
    }

    /**
     * Takes back what was done since the last {@link #push()}.
     *
     * @throws IntegrityError if a foreign key led nowhere, which a commit would have refused
     */
    public void pop() {
        RuntimeException first = null;
        for (HeldPool pool : held.values()) {
            try {
                pool.pop();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Takes everything back; the databases work as before. */
    @Override
    public void close() {
        unshare();
        held.forEach((db, pool) -> {
            db.pool(db.ownPool());
            pool.close();
        });
        held.clear();
    }
}
