package quintet.http.internal.server;

import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.http.Server;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;
import quintet.http.ServerStats;

/** The server on Jetty's core: assembles it, starts it and stops it gracefully. */
public final class JettyServer implements Server {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger("quintet.server");

    private final ServerSettings settings;
    private final ServerHandler handler;
    private final Admission admission;
    private org.eclipse.jetty.server.@Nullable Server jetty;
    private @Nullable ServerConnector connector;

    /** A server, not started. */
    public JettyServer(ServerSettings settings, ServerHandler handler) {
        this.settings = settings;
        this.handler = handler;
        this.admission = new Admission(settings.maxConcurrentRequests());
    }

    @Override
    public void start() {
        if (jetty != null) throw new IllegalStateException("The server is started already, at " + address());
        VirtualThreadPool threads = new VirtualThreadPool();
        // Admission counts requests and refuses at once; a second limit here would make them wait instead.
        threads.setMaxConcurrentTasks(0);
        threads.setName("quintet-request");
        StartFailures.checkKeyStore(settings);
        org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server(threads);
        ServerConnector created = Connectors.create(server, settings);
        RequestLog log = new RequestLog(settings.requestLog());
        server.addConnector(created);
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), created));
        server.setHandler(new JettyHandler(settings, handler, admission));
        server.setErrorHandler(new RejectionHandler(log, admission));
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception x) {
            stopQuietly(server);
            throw StartFailures.explain(x, settings);
        }
        admission.open();
        jetty = server;
        connector = created;
        new SlowHeadWatch(created, settings, log, admission).start();
    }

    @Override
    public URI address() {
        if (connector == null)
            throw new IllegalStateException("The server has no address before start() and after stop()");
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        String scheme = settings.keyStore().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + host + ":" + connector.getLocalPort() + "/");
    }

    @Override
    public ServerStats stats() {
        return admission.stats(
                connector == null ? 0 : connector.getConnectedEndPoints().size());
    }

    @Override
    public void stop(Duration grace) {
        if (jetty == null || connector == null) return;
        admission.close();
        // Idle connections close by themselves, busy ones after their answer; what outlasts the grace is cut below.
        var _ = connector.shutdown();
        try {
            if (!admission.awaitIdle(grace.toNanos()) && !grace.isZero()) {
                LOG.warn("Cutting {} requests that still run after {}", stats().inFlight(), grace);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        connector.getConnectedEndPoints().forEach(EndPoint::close);
        admission.interruptAll();
        stopQuietly(jetty);
        jetty = null;
        connector = null;
    }

    @Override
    public void close() {
        stop(settings.stopTimeout());
    }

    /**
     * Stops Jetty, but waits for it only so long: its selector can end by itself while it is told to stop, and then
     * nothing answers the latch that Jetty waits on. By now no request runs any more.
     */
    private static void stopQuietly(org.eclipse.jetty.server.Server server) {
        Thread stopping = Thread.ofPlatform().daemon().name("quintet-stop").start(() -> {
            try {
                server.stop();
            } catch (Exception x) {
                LOG.debug("Jetty did not stop cleanly", x);
            } finally {
                server.destroy();
            }
        });
        try {
            if (!stopping.join(STOP_LIMIT)) {
                LOG.debug("Jetty's selector does not answer; leaving it");
                stopping.interrupt();
                stopping.join(STOP_LIMIT);
            }
        } catch (InterruptedException _) {
            stopping.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
