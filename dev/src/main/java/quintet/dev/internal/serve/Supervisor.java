package quintet.dev.internal.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.CommandError;
import quintet.dev.internal.compile.CompileResult;
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

    /** A site that did not start is tried again for a request after that long: what it missed may be there now. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long QUIET_MILLIS = 60;

    /** Stands for what changed when the last start failed, until one succeeds. */
    private static final String FAILED = "what did not start";

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Build project;
    private final boolean reload;
    private final PrintWriter out;
    private final Forwarder forwarder = new Forwarder();
    private final News news = new News();
    private final Stamps poms = new Stamps();
    private final Stamps environment = new Stamps();

    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicLong lastLook = new AtomicLong();
    private @Nullable Nursery nursery;
    private @Nullable FileWatcher watcher;
    private volatile @Nullable Child child;
    private volatile @Nullable Problem problem;
    private @Nullable CompileResult shown;
    private String restartFor = "";
    private long lastAttempt;
    private boolean first = true;
    private volatile boolean closed;

    /**
     * A supervisor of one project; nothing is compiled before {@link #open()}.
     *
     * @param reload whether it looks for changes
     * @param out where it says what it does
     */
    public Supervisor(Build project, boolean reload, PrintWriter out) {
        this.project = project;
        this.reload = reload;
        this.out = out;
    }

    /** Compiles the project, starts the child and watches the sources. */
    public void open() throws IOException {
        environment.changed(Stamps.environment(project.root()));
        poms.changed(project.poms());
        look(false);
        if (reload) {
            watch();
            Thread.ofVirtual().name("warm-compiler").start(this::warmUp);
        }
    }

    private void warmUp() {
        try {
            project.warmUp();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The first change will take longer", e);
        }
    }

    private void watch() throws IOException {
        FileWatcher old = watcher;
        if (old != null) {
            old.close();
        }
        FileWatcher fresh = new FileWatcher(Watched.folders(project), this::saw);
        watcher = fresh;
        fresh.start();
    }

    /** The port on which the child's JVM waits for a debugger; 0 when there is none. */
    public int debugPort() {
        Child now = child;
        return now == null ? 0 : now.debugPort();
    }

    /** Whether the site that is served is in debug mode; true as long as there is none, since this server is for development. */
    public boolean isDebugSite() {
        Child now = child;
        return now == null || now.isDebugSite();
    }

    @Override
    public void handle(ServerExchange exchange) throws IOException {
        String path = exchange.rawTarget();
        if (path.startsWith(ReloadScript.PATH)) {
            ReloadScript.send(exchange);
        } else if (path.equals(ReloadScript.EVENTS)) {
            news.stream(exchange);
        } else {
            pass(exchange);
        }
    }

    private void pass(ServerExchange exchange) throws IOException {
        for (boolean again = true; again; ) {
            lookIfNeeded();
            Child running = enter();
            if (running == null) {
                Problem now = problem;
                Pages.send(
                        exchange,
                        now == null ? Problem.of("The development server is stopping.") : now,
                        news.version());
                return;
            }
            try {
                // A child that died before it answered is followed by another one, which gets what can be sent again.
                again = !forwarder.forward(exchange, running, reload ? news.version() : 0);
            } finally {
                running.leave();
            }
        }
    }

    private void lookIfNeeded() {
        boolean gone = !isRunning() && problem == null;
        if (gone || changing.isLocked() || reload && System.nanoTime() - lastLook.get() > FRESH_NANOS) {
            look(true);
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

    /** Called by the watcher with what changed. */
    private void saw(Set<Path> files) {
        Watched.Effect effect = Watched.effect(files, project);
        if (effect == Watched.Effect.RESTART) {
            changing.lock();
            try {
                restartFor = Watched.name(files, project);
            } finally {
                changing.unlock();
            }
        }
        look(false);
        if (effect == Watched.Effect.REFRESH) {
            news.publish();
        }
    }

    /** As for a request: compiles what changed and brings the child up to date. */
    void look() {
        look(true);
    }

    private void look(boolean forRequest) {
        changing.lock();
        try {
            if (!closed) {
                update(forRequest);
            }
        } catch (IOException e) {
            fail(Problem.of("The sources could not be read or compiled: " + e));
        } catch (CommandError e) {
            fail(Problem.of(String.valueOf(e.getMessage())));
        } finally {
            lastLook.set(System.nanoTime());
            changing.unlock();
        }
    }

    private void update(boolean forRequest) throws IOException {
        if (poms.changed(project.poms())) {
            out.println("pom.xml changed: asking Maven ...");
            out.flush();
            if (project.refresh()) {
                restartFor = "pom.xml";
                poms.changed(project.poms());
                if (watcher != null) {
                    watch();
                }
            }
            shown = null;
        }
        if (environment.changed(Stamps.environment(project.root()))) {
            restartFor = ".env";
        }
        CompileResult result = compile();
        if (!result.succeeded()) {
            if (!result.equals(shown)) {
                shown = result;
                fail(Problem.of(result.errors(), project.root()));
            }
            return;
        }
        shown = null;
        if (!result.reshaped().isEmpty()) {
            restartFor = result.reshaped().size() == 1
                    ? result.reshaped().iterator().next()
                    : result.reshaped().size() + " classes";
        }
        bringUpToDate(result, forRequest);
    }

    /** Compiles; an error counts once the files are quiet, for an editor may be writing the next of several. */
    private CompileResult compile() throws IOException {
        CompileResult result = project.compile();
        while (!result.succeeded() && !result.equals(shown)) {
            try {
                TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return result;
            }
            CompileResult again = project.compile();
            if (again.equals(result)) {
                return result;
            }
            result = again;
        }
        return result;
    }

    private void bringUpToDate(CompileResult result, boolean forRequest) throws IOException {
        if (!restartFor.isEmpty() || !isRunning()) {
            boolean vain = restartFor.equals(FAILED) && problem != null && result.isEmpty();
            if (!vain || forRequest && System.nanoTime() - lastAttempt > RETRY_NANOS) {
                restart();
            }
        } else if (!result.redefined().isEmpty()) {
            swap(result);
        } else if (problem != null) {
            good();
        }
    }

    private boolean isRunning() {
        Child now = child;
        return now != null && now.isAlive();
    }

    private void swap(CompileResult result) throws IOException {
        long begin = System.nanoTime();
        Child now = child;
        String refusal = now == null ? "there is no child" : now.redefine(result.redefined());
        if (refusal == null) {
            say("Swapped " + names(result) + " in " + millisSince(begin) + " ms.");
            good();
        } else {
            restartFor = names(result);
            restart();
        }
    }

    private static String names(CompileResult result) {
        return result.redefined().size() > 3
                ? result.redefined().size() + " classes"
                : String.join(", ", result.redefined().keySet());
    }

    private void restart() throws IOException {
        long begin = System.nanoTime();
        lastAttempt = begin;
        String reason = restartFor;
        restartFor = FAILED;
        Child old = child;
        Child fresh = null;
        try {
            fresh = nursery().take();
            fresh.open(project.order(first));
            child = fresh;
            first = false;
            restartFor = "";
            if (old != null) {
                say("Restarted in " + millisSince(begin) + " ms"
                        + (reason.isEmpty() || reason.equals(FAILED) ? "." : ": " + reason + " changed."));
                old.retire(GRACE);
            }
            nursery().prepare(fresh);
            good();
        } catch (Child.StartFailed e) {
            if (fresh != null) {
                fresh.close();
            }
            fail(Problem.of(String.valueOf(e.getMessage())));
        }
    }

    private Nursery nursery() throws IOException {
        ChildOptions options = project.child();
        Nursery now = nursery;
        if (now == null || !now.fits(options)) {
            if (now != null) {
                now.close();
            }
            now = new Nursery(options, reload);
            nursery = now;
        }
        return now;
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    private void good() {
        if (problem != null && !problem.errors().isEmpty()) {
            say("It compiles again.");
        }
        problem = null;
        news.publish();
    }

    private void fail(Problem now) {
        boolean same = now.equals(problem);
        problem = now;
        if (!same) {
            say(now.text());
            news.publish();
        }
    }

    /** Whether requests are answered by the site. */
    public boolean isServing() {
        return problem == null && isRunning();
    }

    /** Ends the streams to open pages, which otherwise never end. */
    public void stopNews() {
        closed = true;
        news.close();
    }

    /** Stops watching and the child. */
    @Override
    public void close() {
        stopNews();
        changing.lock();
        try {
            if (watcher != null) {
                watcher.close();
            }
            if (nursery != null) {
                nursery.close();
            }
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
