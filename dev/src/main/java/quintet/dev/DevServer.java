package quintet.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import quintet.core.CommandError;
import quintet.core.Version;
import quintet.dev.internal.serve.DebugPort;
import quintet.dev.internal.serve.Supervisor;
import quintet.http.Server;
import quintet.http.ServerSettings;

/**
 * Serves a project while it is being written; Django's {@code runserver}. This process holds the port, compiles what
 * changes and shows errors; the site runs in a child process that takes over changed method bodies and is started anew
 * for any other change, while requests wait.
 */
public final class DevServer implements AutoCloseable {
    /** Environment variable that hides the reminder not to use this server in production. */
    public static final String HIDE_WARNING = "QUINTET_RUNSERVER_HIDE_WARNING";

    /** While a debugger holds a thread nothing moves on a connection, for as long as it pleases the user. */
    private static final Duration LONG = Duration.ofDays(1);

    private final DevProject project;
    private final DevServerOptions options;
    private final PrintWriter out;
    private @Nullable Supervisor supervisor;
    private @Nullable DebugPort debugPort;
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
     * @throws CommandError when the port for the debugger is in use, or without reload when the project does not compile
     */
    public void start() {
        try {
            Supervisor watching = new Supervisor(new ProjectBuild(project, options), options.reload(), out);
            supervisor = watching;
            listen(watching);
            if (options.debugPort().isPresent()) {
                debugPort = DebugPort.open(options.debugPort().getAsInt(), watching::debugPort);
            }
            watching.open();
            if (!options.reload() && !watching.isServing()) {
                throw new CommandError("The site is not served, for the reason above.");
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void listen(Supervisor watching) {
        Server listening = Server.of(
                ServerSettings.defaults()
                        .host(options.host())
                        .port(options.port())
                        .idleTimeout(LONG)
                        .bodyGrace(LONG)
                        .maxBodySize(Long.MAX_VALUE)
                        .requestLog(false),
                watching);
        listening.start();
        server = listening;
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
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(
                () -> {
                    close();
                    ended.countDown();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        start();
        out.println("Quintet " + Version.series() + ", " + project.name()
                + (supervisor != null && supervisor.isDebugSite() ? ", debug: " : ": ") + address()
                + "    Ctrl-C stops.");
        options.debugPort().ifPresent(port -> out.println("A debugger may attach to 127.0.0.1:" + port + "."));
        for (Path folder : project.filteredResources()) {
            out.println("pom.xml has Maven replace placeholders in "
                    + project.root().relativize(folder)
                    + "; here its files are taken as they stand. Values that differ belong into .env.");
        }
        if (!isTrue(System.getenv(HIDE_WARNING))) {
            out.println(
                    "This server is for development, not for production. (Hide this line: " + HIDE_WARNING + "=true)");
        }
        out.flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && value.toLowerCase(Locale.ROOT).matches("true|1|yes|on");
    }

    /** Stops the server and the child. */
    @Override
    public void close() {
        if (debugPort != null) {
            debugPort.close();
        }
        if (supervisor != null) {
            supervisor.stopNews();
        }
        if (server != null) {
            server.stop(Duration.ofMillis(500));
        }
        if (supervisor != null) {
            supervisor.close();
        }
    }
}
