package quintet.test.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import quintet.http.Project;
import quintet.test.QuintetTest;

/** The sites of a test run. One that is free is used again by the next class with the same wishes. */
final class TestSites implements AutoCloseable {
    private record Wish(Class<?> project, List<String> env, Object database, boolean debug) {}

    private final boolean keepDatabases;
    private final Map<Wish, Deque<TestSite>> free = new HashMap<>();
    private final Map<TestSite, Wish> busy = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    /** Sites are opened one after the other: class initialisation stays on one thread at a time. */
    private final ReentrantLock opening = new ReentrantLock();

    /**
     * None yet.
     *
     * @param keepDatabases whether databases made on a server stay for the next run
     */
    TestSites(boolean keepDatabases) {
        this.keepDatabases = keepDatabases;
    }

    /** A site for a test class, opened if none is free. */
    TestSite take(Class<?> test, QuintetTest annotation) {
        Project project = ProjectFinder.find(test, annotation);
        Wish wish = new Wish(project.getClass(), List.of(annotation.env()), annotation.database(), annotation.debug());
        TestSite taken = poll(wish);
        if (taken == null) {
            opening.lock();
            try {
                taken = TestSite.open(project, annotation, keepDatabases);
            } finally {
                opening.unlock();
            }
        }
        lock.lock();
        try {
            busy.put(taken, wish);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private @org.jspecify.annotations.Nullable TestSite poll(Wish wish) {
        lock.lock();
        try {
            Deque<TestSite> some = free.get(wish);
            return some == null ? null : some.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives a site back; one whose rows were changed for good is closed. */
    void giveBack(TestSite site, boolean clean) {
        lock.lock();
        try {
            Wish wish = busy.remove(site);
            if (clean && wish != null) {
                free.computeIfAbsent(wish, w -> new ArrayDeque<>()).add(site);
                return;
            }
        } finally {
            lock.unlock();
        }
        site.closeForGood();
    }

    /** Closes all sites at the end of the run. */
    @Override
    public void close() {
        List<TestSite> all = new ArrayList<>();
        lock.lock();
        try {
            free.values().forEach(all::addAll);
            all.addAll(busy.keySet());
            free.clear();
            busy.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(TestSite::close);
    }
}
