package quintet.dev.internal.serve;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.Crypto;
import quintet.dev.internal.OwnJar;
import quintet.dev.internal.child.Agent;
import quintet.dev.internal.child.ChildMain;
import quintet.dev.internal.child.ChildOrder;
import quintet.dev.internal.child.Control;

/** A child process, as its supervisor sees it: started, then told what to open. */
final class Child implements AutoCloseable {
    /** The child could not open its site. */
    static final class StartFailed extends Exception {
        private static final long serialVersionUID = 1L;

        StartFailed(String message) {
            super(message, null, false, false);
        }
    }

    private static final int START_LIMIT_MILLIS = 120_000;
    private static final int CONNECT_LIMIT_MILLIS = 60_000;

    private final ChildOptions options;
    private final Process process;
    private final Socket control;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String token;
    private final int debugPort;
    private final ReentrantLock talking = new ReentrantLock();
    private final ReentrantLock attaching = new ReentrantLock();
    private final AtomicInteger inFlight = new AtomicInteger();
    private int port;
    private boolean debugSite;
    private volatile boolean attached;
    private volatile boolean closed;

    private Child(ChildOptions options, Process process, Socket control, String token, int debugPort)
            throws IOException {
        this.options = options;
        this.process = process;
        this.control = control;
        this.in = new DataInputStream(new BufferedInputStream(control.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(control.getOutputStream()));
        this.token = token;
        this.debugPort = debugPort;
    }

    /**
     * Starts a child that waits for its order.
     *
     * @param warm whether it uses the time to load what its site will need
     * @param started told of the process as soon as there is one
     */
    static Child launch(ChildOptions options, ChildJvm jvm, boolean warm, Consumer<Process> started)
            throws IOException, StartFailed {
        String token = Crypto.randomString(40);
        int debugPort = options.debug() ? freePort() : 0;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> arguments = new ArrayList<>(List.of(String.valueOf(listening.getLocalPort())));
            if (warm) {
                arguments.addAll(List.of(ChildMain.WARM, jvm.classes().toString()));
            }
            ProcessBuilder builder = new ProcessBuilder(jvm.command(debugger(debugPort), ChildMain.class, arguments))
                    .directory(options.root().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(options.environment());
            builder.environment().put(ChildMain.TOKEN, token);
            Process process = builder.start();
            started.accept(process);
            try {
                return new Child(options, process, accept(process, listening, token), token, debugPort);
            } catch (IOException | StartFailed | RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> debugger(int port) {
        return port == 0
                ? List.of()
                : List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:" + port);
    }

    private static Socket accept(Process process, ServerSocket listening, String token)
            throws IOException, StartFailed {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONNECT_LIMIT_MILLIS);
        listening.setSoTimeout(100);
        while (true) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                // Not buffered: what follows the token is read by another stream.
                if (Crypto.constantTimeEquals(Control.readText(new DataInputStream(socket.getInputStream())), token)) {
                    return socket;
                }
                socket.close();
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new StartFailed(ended(process));
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailed("The site's process did not start within " + CONNECT_LIMIT_MILLIS / 1000
                            + " s; is the machine very busy?");
                }
            }
        }
    }

    private static String ended(Process process) {
        return "The site's process ended with code " + process.exitValue()
                + " before it served; what it printed is in the terminal.";
    }

    /** Tells the child what to open, and waits until it serves. */
    void open(ChildOrder order) throws IOException, StartFailed {
        talking.lock();
        try {
            // A breakpoint in code that runs at the start may take its time.
            control.setSoTimeout(options.debug() ? 0 : START_LIMIT_MILLIS);
            out.writeByte(Control.OPEN);
            Control.writeTexts(out, order.texts());
            if (in.readByte() == Control.FAILED) {
                throw new StartFailed(Control.readText(in));
            }
            port = in.readInt();
            debugSite = in.readBoolean();
            control.setSoTimeout(0);
        } catch (SocketTimeoutException e) {
            throw new StartFailed("The site did not start within " + START_LIMIT_MILLIS / 1000 + " s.");
        } catch (EOFException | SocketException e) {
            awaitEnd();
            throw new StartFailed(process.isAlive() ? "The site's process closed its channel: " + e : ended(process));
        } finally {
            talking.unlock();
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port of the site. */
    int port() {
        return port;
    }

    /** Whether the site is in debug mode. */
    boolean isDebugSite() {
        return debugSite;
    }

    /** The port where its JVM waits for a debugger; 0 for none. */
    int debugPort() {
        return debugPort;
    }

    String token() {
        return token;
    }

    boolean isAlive() {
        return process.isAlive() && !closed;
    }

    /** Whether it ended, or is just about to. */
    boolean hasDied() {
        try {
            return process.waitFor(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    /** Loads the agent that swaps classes, so that the first swap need not wait for it. */
    void attach() throws IOException {
        attaching.lock();
        try {
            if (!attached) {
                Path jar = OwnJar.write(
                        options.work().resolve("agent.jar"),
                        Map.of("Agent-Class", Agent.class.getName(), "Can-Redefine-Classes", "true"),
                        List.of(Agent.class.getName()),
                        Map.of());
                VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
                try {
                    machine.loadAgent(jar.toString());
                } finally {
                    machine.detach();
                }
                attached = true;
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException("The JVM of the site takes no agent: " + e, e);
        } finally {
            attaching.unlock();
        }
    }

    /**
     * Gives the child new method bodies.
     *
     * @return null when it took them, else why not
     */
    @Nullable
    String redefine(Map<String, byte[]> classes) {
        talking.lock();
        try {
            attach();
            out.writeByte(Control.REDEFINE);
            Control.writeClasses(out, classes);
            String problem = Control.readText(in);
            return problem.isEmpty() ? null : problem;
        } catch (IOException e) {
            return e.toString();
        } finally {
            talking.unlock();
        }
    }

    /** Names of the classes of the class path that the child loaded. */
    Set<String> loadedClasses() throws IOException {
        talking.lock();
        try {
            attach();
            out.writeByte(Control.LOADED);
            out.flush();
            return new LinkedHashSet<>(Control.readTexts(in));
        } finally {
            talking.unlock();
        }
    }

    /** Lets the child finish what runs, on a thread of its own; with a debugger at work that may take as long as it likes. */
    void retire(Duration grace) {
        Thread.ofVirtual().name("retire-child").start(() -> {
            long deadline = System.nanoTime() + grace.toNanos();
            try {
                while (inFlight.get() > 0 && (options.debug() || System.nanoTime() < deadline) && isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close();
        });
    }

    /** Stops the child; by force when it does not within some seconds. */
    @Override
    public void close() {
        closed = true;
        try {
            // Not while it is asked something: it may hang in that.
            if (talking.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    out.writeByte(Control.STOP);
                    out.flush();
                } finally {
                    talking.unlock();
                }
            }
            if (!process.waitFor(options.debug() ? 2 : 8, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            control.close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It is ending already, for Ctrl-C reaches it too.
            endOrDestroy();
        }
    }

    private void endOrDestroy() {
        try {
            if (!process.waitFor(8, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
