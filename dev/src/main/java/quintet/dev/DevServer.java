package quintet.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.serve.Supervisor;
import quintet.http.Server;
import quintet.http.ServerSettings;

/**
 * Serves a project while it is being written; Django's {@code runserver}. This process holds the port, compiles what
 * changes and shows errors; the site runs in a child process that takes over changed method bodies and is started anew
 * for any other change, while requests wait.
 */
public final class DevServer implements AutoCloseable {
    private final DevProject project;
    private final DevServerOptions options;
    private final PrintWriter out;
    private @Nullable Supervisor supervisor;
    private @Nullable Server server;

    private DevServer(DevProject project, DevServerOptions options, PrintWriter out) {
        this.project = project;
        this.options = options;
        this.out = out;
    }

    /** A server that is not started yet; what it has to say goes to {@code out}. */
    public static DevServer of(DevProject project, DevServerOptions options, PrintWriter out) {
        return new DevServer(project, options, out);
    }

    /**
     * Binds the port, compiles the project and starts its site. A project that does not compile is served too, with a page
     * that shows the errors.
     *
     * @throws quintet.http.ServerStartException when the port is in use or not allowed, with the remedy
     */
    public void start() {
        try {
            Supervisor watching = new Supervisor(new ProjectBuild(project, jvmOptions()));
            supervisor = watching;
            Server listening = Server.of(
                    ServerSettings.defaults()
                            .host(options.host())
                            .port(options.port())
                            .requestLog(false),
                    watching);
            server = listening;
            listening.start();
            watching.open();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<String> jvmOptions() {
        return options.debugPort().isEmpty()
                ? List.of()
                : List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"
                        + options.debugPort().getAsInt());
    }

    /** Where it listens. */
    public URI address() {
        if (server == null) {
            throw new IllegalStateException("The development server is not started.");
        }
        return server.address();
    }

    /** Starts, says where, and returns when the process is told to end (Ctrl-C). The exit code for the process. */
    public int run() {
        start();
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(
                () -> {
                    close();
                    ended.countDown();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        out.println("Quintet 0.1, " + project.name() + ", debug: " + address() + "    Ctrl-C stops.");
        out.flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Stops the server and the child. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(Duration.ofMillis(500));
        }
        if (supervisor != null) {
            supervisor.close();
        }
    }
}
