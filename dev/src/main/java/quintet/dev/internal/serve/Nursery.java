package quintet.dev.internal.serve;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a child ready before it is needed: a spare process that loaded everything but the project's own classes and waits for
 * its order. So a restart costs the opening of a site, not the start of a JVM. In idle moments it also writes the AOT cache.
 */
final class Nursery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    /** The child that was just started is asked first; then there is time for a spare. */
    private static final long PAUSE_MILLIS = 300;

    /** What a site loads in its first seconds is what the next one will load. */
    private static final long LEARN_MILLIS = 2500;

    private final ChildOptions options;
    private final ChildJvm jvm;
    private final boolean spares;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<Child> spare;
    private @Nullable Process starting;
    private boolean closed;

    /**
     * Children of these options.
     *
     * @param spares whether one is kept ready
     */
    Nursery(ChildOptions options, boolean spares) throws IOException {
        this.options = options;
        this.spares = spares;
        this.jvm = new ChildJvm(options);
    }

    /** Whether its children are those of these options. */
    boolean fits(ChildOptions others) {
        return options.equals(others);
    }

    /** A child that waits for its order: the spare one, else a new one. */
    Child take() throws IOException, Child.StartFailed {
        CompletableFuture<Child> ready;
        lock.lock();
        try {
            ready = spare;
            spare = null;
        } finally {
            lock.unlock();
        }
        if (ready != null) {
            try {
                Child child = ready.get();
                if (child.isAlive()) {
                    return child;
                }
            } catch (ExecutionException e) {
                LOG.debug("No spare child", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted.", e);
            }
        }
        return Child.launch(options, jvm, false, process -> {});
    }

    /** Prepares for the next restart, now that this child serves. */
    void prepare(Child serving) {
        Thread.ofVirtual().name("prepare-child").start(() -> {
            try {
                serving.attach();
                if (spares) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    launchSpare();
                    TimeUnit.MILLISECONDS.sleep(LEARN_MILLIS);
                    learn(serving);
                }
            } catch (IOException e) {
                LOG.debug("The next restart will take longer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void launchSpare() {
        lock.lock();
        try {
            if (!closed && spare == null) {
                CompletableFuture<Child> coming = new CompletableFuture<>();
                spare = coming;
                Thread.ofVirtual().name("spare-child").start(() -> {
                    try {
                        coming.complete(Child.launch(options, jvm, true, this::started));
                    } catch (IOException | Child.StartFailed | RuntimeException e) {
                        coming.completeExceptionally(e);
                    }
                });
            }
        } finally {
            lock.unlock();
        }
    }

    /** A spare that is still starting can only be destroyed. */
    private void started(Process process) {
        lock.lock();
        try {
            starting = process;
            if (closed) {
                process.destroyForcibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void learn(Child serving) throws IOException, InterruptedException {
        if (serving.isAlive() && !options.debug()) {
            jvm.remember(serving.loadedClasses());
        }
        if (jvm.needsCache() && !isClosed()) {
            jvm.train();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the spare child. */
    @Override
    public void close() {
        jvm.stopTraining();
        CompletableFuture<Child> ready;
        lock.lock();
        try {
            closed = true;
            ready = spare;
            spare = null;
            if (ready != null && !ready.isDone() && starting != null) {
                starting.destroyForcibly();
            }
        } finally {
            lock.unlock();
        }
        if (ready != null) {
            var _ = ready.thenAccept(Child::close);
        }
    }
}
