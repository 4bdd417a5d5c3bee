package quintet.templates.internal.compile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.templates.NodeList;

/** Compiles lists of nodes, in the background where asked to. */
public final class Compiler {
    private static final Logger LOG = LoggerFactory.getLogger(Compiler.class);
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final ReentrantLock MAKING = new ReentrantLock();
    private static final int QUEUE = 1000;
    private static final long IDLE_SECONDS = 10;

    /** One thread that ends when there is nothing to do; what does not fit into the queue stays interpreted for now. */
    private static final ThreadPoolExecutor BACKGROUND =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                Thread thread = new Thread(task, "quintet-templates");
                thread.setDaemon(true);
                return thread;
            });

    static {
        BACKGROUND.allowCoreThreadTimeOut(true);
    }

    private Compiler() {}

    /** The compiled form of a list; null if it can not be compiled, which is logged. */
    public static @Nullable Code compile(NodeList list) {
        try {
            Unit.Made made = make(list);
            MethodHandles.Lookup hidden = HERE.defineHiddenClassWithClassData(made.bytes(), made.data(), true);
            return (Code) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            if (e instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            LOG.warn("A template was not compiled and stays interpreted, which is slower but the same otherwise.", e);
            return null;
        }
    }

    /** One at a time, as nodes keep what they plan. */
    private static Unit.Made make(NodeList list) {
        MAKING.lock();
        try {
            return Unit.make(list);
        } finally {
            MAKING.unlock();
        }
    }

    /**
     * Runs a task in the background.
     *
     * @return false if there is too much to do
     */
    public static boolean later(Runnable task) {
        try {
            BACKGROUND.execute(task);
            return true;
        } catch (java.util.concurrent.RejectedExecutionException e) {
            return false;
        }
    }
}
