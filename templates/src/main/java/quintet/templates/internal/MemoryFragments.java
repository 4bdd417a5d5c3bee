package quintet.templates.internal;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.templates.FragmentCache;

/** Parts kept in the memory of this process; those that were not used for longest make room. */
public final class MemoryFragments implements FragmentCache {
    private final int most;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Kept> byKey = new LinkedHashMap<>(16, 0.75f, true);

    /** A part, and when it ends in milliseconds since 1970. */
    private record Kept(String html, long end) {}

    /** An empty cache. */
    public MemoryFragments(int most, Clock clock) {
        if (most < 1) {
            throw new IllegalArgumentException("A cache keeps at least one part, not " + most + ".");
        }
        this.most = most;
        this.clock = clock;
    }

    @Override
    public @Nullable String get(String key) {
        lock.lock();
        try {
            Kept kept = byKey.get(key);
            if (kept != null && kept.end <= clock.millis()) {
                byKey.remove(key);
                return null;
            }
            return kept == null ? null : kept.html;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void set(String key, String html, @Nullable Long timeoutSeconds) {
        long now = clock.millis();
        long end = timeoutSeconds == null ? Long.MAX_VALUE : end(now, timeoutSeconds);
        lock.lock();
        try {
            if (end <= now) {
                byKey.remove(key);
                return;
            }
            byKey.put(key, new Kept(html, end));
            Iterator<String> oldest = byKey.keySet().iterator();
            while (byKey.size() > most) {
                oldest.next();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    private static long end(long now, long seconds) {
        return seconds > (Long.MAX_VALUE - now) / 1000 ? Long.MAX_VALUE : now + seconds * 1000;
    }

    @Override
    public boolean delete(String key) {
        lock.lock();
        try {
            return byKey.remove(key) != null;
        } finally {
            lock.unlock();
        }
    }
}
