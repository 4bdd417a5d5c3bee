package quintet.dev.internal.serve;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.core.Crypto;
import quintet.dev.internal.OwnJar;
import quintet.dev.internal.child.Agent;
import quintet.dev.internal.child.ChildMain;
import quintet.dev.internal.child.Control;

/** A running child process, as its supervisor sees it. */
final class Child implements AutoCloseable {
    /** The child could not open its site. */
    static final class StartFailed extends Exception {
        StartFailed(String message) {
            super(message, null, false, false);
        }
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final Socket control;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String token;
    private final int port;
    private final ReentrantLock talking = new ReentrantLock();
    private final AtomicInteger inFlight = new AtomicInteger();

    private Child(Process process, Socket control, DataInputStream in, DataOutputStream out, String token, int port) {
        this.process = process;
        this.control = control;
        this.in = in;
        this.out = out;
        this.token = token;
        this.port = port;
    }

    /** Starts a child and waits until it serves. */
    static Child start(ChildOptions options) throws IOException, StartFailed {
        String token = Crypto.randomString(40);
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = new ProcessBuilder(command(options, listening.getLocalPort()))
                    .directory(options.root().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(options.environment());
            builder.environment().put(ChildMain.TOKEN, token);
            return connect(builder.start(), listening, token);
        }
    }

    private static List<String> command(ChildOptions options, int controlPort) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + agent(options.work()));
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dquintet.project=" + options.root());
        command.addAll(options.jvmOptions());
        command.add("-cp");
        command.add(join(options.classPath()));
        command.add(ChildMain.class.getName());
        command.add(options.projectClass());
        command.add(Integer.toString(controlPort));
        command.add(join(options.folders()));
        return command;
    }

    private static Path agent(Path folder) throws IOException {
        return OwnJar.write(
                folder.resolve("agent.jar"),
                Map.of("Premain-Class", Agent.class.getName(), "Can-Redefine-Classes", "true"),
                List.of(Agent.class),
                Map.of());
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Child connect(Process process, ServerSocket listening, String token)
            throws IOException, StartFailed {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        listening.setSoTimeout(200);
        while (true) {
            try {
                Socket socket = listening.accept();
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                if (Crypto.constantTimeEquals(Control.readText(in), token)) {
                    return greet(process, socket, in, out, token);
                }
                socket.close();
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new StartFailed("The site's process ended with code " + process.exitValue()
                            + " before it served; what it printed is in the terminal.");
                }
                if (System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new StartFailed("The site did not start within " + START_LIMIT.toSeconds() + " s.");
                }
            }
        }
    }

    private static Child greet(Process process, Socket socket, DataInputStream in, DataOutputStream out, String token)
            throws IOException, StartFailed {
        byte word = in.readByte();
        if (word == Control.FAILED) {
            String why = Control.readText(in);
            socket.close();
            throw new StartFailed(why);
        }
        return new Child(process, socket, in, out, token, in.readInt());
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
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

    /** Lets the child finish what runs, on a thread of its own. */
    void retire(Duration grace) {
        Thread.ofVirtual().name("retire-child").start(() -> {
            long deadline = System.nanoTime() + grace.toNanos();
            try {
                while (inFlight.get() > 0 && System.nanoTime() < deadline) {
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
        talking.lock();
        try {
            out.writeByte(Control.STOP);
            out.flush();
        } catch (IOException e) {
            process.destroy();
        } finally {
            talking.unlock();
        }
        try {
            if (!process.waitFor(8, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            control.close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }
}
