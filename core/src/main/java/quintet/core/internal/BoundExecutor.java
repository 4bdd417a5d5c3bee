package quintet.core.internal;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs every task of another executor inside a binding. */
public final class BoundExecutor extends AbstractExecutorService {
    private final ExecutorService delegate;
    private final Consumer<Runnable> binding;

    /**
     * Wraps an executor.
     *
     * @param binding runs a task inside the binding
     */
    public BoundExecutor(ExecutorService delegate, Consumer<Runnable> binding) {
        this.delegate = delegate;
        this.binding = binding;
    }

    @Override
    public void execute(Runnable command) {
        delegate.execute(() -> binding.accept(command));
    }

    @Override
    public void shutdown() {
        delegate.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return delegate.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return delegate.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return delegate.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return delegate.awaitTermination(timeout, unit);
    }
}
