package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.dev.internal.compile.CompileResult;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;

/**
 * Answers the development server's port. Before a request goes to the child, what changed is compiled: new method bodies
 * are taken over by the running child, any other change starts a new child while requests wait. A broken project answers
 * with a page that shows why.
 */
public final class Supervisor implements ServerHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    /** How old the last look at the sources may be when a request comes. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Build project;
    private final Forwarder forwarder = new Forwarder();
    private final FileWatcher watcher;

    private final ReentrantLock changing = new ReentrantLock();
    private final Condition news = changing.newCondition();
    private final AtomicLong lastLook = new AtomicLong();
    private volatile @Nullable Child child;
    private volatile @Nullable String problem;
    private final AtomicLong version = new AtomicLong(System.currentTimeMillis());
    private boolean closed;
    private @Nullable CompileResult shown;

    /** A supervisor of one project; nothing is compiled before {@link #open()}. */
    public Supervisor(Build project) throws IOException {
        this.project = project;
        this.watcher = new FileWatcher(project.watched(), this::look);
    }

    /** Compiles the project, starts the child and watches the sources. */
    public void open() throws IOException {
        look();
        watcher.start();
    }

    @Override
    public void handle(ServerExchange exchange) throws IOException {
        String path = exchange.rawTarget();
        if (path.equals(ReloadScript.PATH)) {
            exchange.respond(
                    200,
                    Headers.of("Content-Type", "text/javascript; charset=utf-8"),
                    ResponseBody.of(ReloadScript.SOURCE.getBytes(StandardCharsets.UTF_8)));
        } else if (path.equals(ReloadScript.EVENTS)) {
            events(exchange);
        } else {
            pass(exchange);
        }
    }

    private void pass(ServerExchange exchange) throws IOException {
        if (changing.isLocked() || System.nanoTime() - lastLook.get() > FRESH_NANOS) {
            look();
        }
        Child running = enter();
        if (running == null) {
            Forwarder.page(exchange, 500, String.valueOf(problem));
            return;
        }
        try {
            forwarder.forward(exchange, running);
        } finally {
            running.leave();
        }
    }

    /** The child, counted as busy so that it is not stopped meanwhile; null when the project is broken. */
    private @Nullable Child enter() {
        changing.lock();
        try {
            Child running = problem == null ? child : null;
            if (running != null) {
                running.enter();
            }
            return running;
        } finally {
            changing.unlock();
        }
    }

    /** Compiles what changed and brings the child up to date; requests that come meanwhile wait. */
    void look() {
        changing.lock();
        try {
            if (!closed) {
                update();
            }
        } catch (IOException e) {
            LOG.error("The sources could not be compiled", e);
            fail(CompileErrorPage.of("The sources could not be read or compiled: " + e));
        } finally {
            lastLook.set(System.nanoTime());
            changing.unlock();
        }
    }

    private void update() throws IOException {
        CompileResult result = project.compile();
        if (!result.succeeded()) {
            if (result.equals(shown)) {
                return;
            }
            shown = result;
            result.errors().forEach(error -> System.err.println(error));
            fail(CompileErrorPage.of(result.errors(), project.root()));
        } else if (child == null || !running()) {
            restart("");
        } else if (!result.reshaped().isEmpty()) {
            restart(
                    result.reshaped().size() == 1
                            ? result.reshaped().iterator().next()
                            : result.reshaped().size() + " classes");
        } else if (!result.redefined().isEmpty()) {
            swap(result);
        } else if (problem != null && !result.isEmpty()) {
            good();
        }
    }

    private boolean running() {
        Child now = child;
        return now != null && now.isAlive();
    }

    private void swap(CompileResult result) throws IOException {
        Child now = child;
        String refusal = now == null ? "there is no child" : now.redefine(result.redefined());
        if (refusal == null) {
            LOG.info("Swapped {}", String.join(", ", result.redefined().keySet()));
            good();
        } else {
            LOG.debug("Not swapped: {}", refusal);
            restart(String.join(", ", result.redefined().keySet()));
        }
    }

    private void restart(String changed) throws IOException {
        long begin = System.nanoTime();
        Child old = child;
        try {
            child = Child.start(project.child());
            if (!changed.isEmpty()) {
                LOG.info("Restarted in {} ms: {} changed", (System.nanoTime() - begin) / 1_000_000, changed);
            }
            good();
            if (old != null) {
                old.retire(Duration.ofSeconds(10));
            }
        } catch (Child.StartFailed e) {
            System.err.println(e.getMessage());
            fail(CompileErrorPage.of(String.valueOf(e.getMessage())));
        }
    }

    private void good() {
        problem = null;
        shown = null;
        changed();
    }

    private void fail(String page) {
        problem = page;
        changed();
    }

    private void changed() {
        version.incrementAndGet();
        news.signalAll();
    }

    private void events(ServerExchange exchange) throws IOException {
        exchange.respond(
                200,
                Headers.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"),
                new ResponseBody.Stream(out -> {
                    long told = -1;
                    while (told >= 0 || !isClosed()) {
                        long now = awaitNews(told);
                        String text = now == told ? ": still here\n\n" : "data: " + now + "\n\n";
                        out.write(text.getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        if (isClosed()) {
                            return;
                        }
                        told = now;
                    }
                }));
    }

    private boolean isClosed() {
        changing.lock();
        try {
            return closed;
        } finally {
            changing.unlock();
        }
    }

    private long awaitNews(long told) throws IOException {
        changing.lock();
        try {
            long rest = TimeUnit.SECONDS.toNanos(10);
            while (version.get() == told && !closed && rest > 0) {
                rest = news.awaitNanos(rest);
            }
            return version.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        } finally {
            changing.unlock();
        }
    }

    /** Stops watching and the child. */
    @Override
    public void close() {
        watcher.close();
        changing.lock();
        try {
            closed = true;
            news.signalAll();
            Child running = child;
            child = null;
            if (running != null) {
                running.close();
            }
        } finally {
            changing.unlock();
        }
    }
}
