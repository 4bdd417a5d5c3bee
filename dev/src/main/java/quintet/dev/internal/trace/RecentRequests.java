package quintet.dev.internal.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import quintet.core.Site;
import quintet.http.Request;

/** The last requests of a site. */
public final class RecentRequests {
    private static final int MOST = 100;

    private final UserCode code;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<RequestTrace> traces = new ArrayDeque<>();
    private long last;

    /** None yet. */
    public RecentRequests(Site site) {
        code = new UserCode(site);
    }

    /** Notes that a request came. */
    public RequestTrace begin(Request request) {
        lock.lock();
        try {
            RequestTrace trace = new RequestTrace(code, ++last, request);
            traces.addFirst(trace);
            if (traces.size() > MOST) {
                traces.removeLast();
            }
            return trace;
        } finally {
            lock.unlock();
        }
    }

    /** Takes one away that is not worth keeping. */
    public void forget(RequestTrace trace) {
        lock.lock();
        try {
            traces.removeFirstOccurrence(trace);
        } finally {
            lock.unlock();
        }
    }

    /** The last ones, the youngest first. */
    public List<RequestTrace> all() {
        lock.lock();
        try {
            return List.copyOf(traces);
        } finally {
            lock.unlock();
        }
    }

    /** One of them. */
    public Optional<RequestTrace> find(long number) {
        return all().stream().filter(trace -> trace.number() == number).findFirst();
    }
}
