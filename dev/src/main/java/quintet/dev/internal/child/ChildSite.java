package quintet.dev.internal.child;

import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.CheckMessage;
import quintet.core.CheckReport;
import quintet.core.Env;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.core.Style;
import quintet.core.Terminal;
import quintet.core.UnappliedMigrations;
import quintet.http.ServedDefinition;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/** The project's site and its server in the child. */
final class ChildSite implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    /** While a debugger holds a thread nothing moves on a connection, for as long as it pleases the user. */
    private static final Duration LONG = Duration.ofDays(1);

    /** For the headers between supervisor and child. */
    private static final int ROOM = 4096;

    private final Site site;
    private final Server server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ChildSite(Site site, Server server) {
        this.site = site;
        this.server = server;
    }

    /** Opens the site, runs its checks, and serves it. */
    static ChildSite open(ChildOrder order, String token) throws ReflectiveOperationException {
        ClassLoader loader = new URLClassLoader("project", urls(order.folders()), ChildSite.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        SiteDefinition definition = Class.forName(order.projectClass(), true, loader)
                .asSubclass(SiteDefinition.class)
                .getDeclaredConstructor()
                .newInstance();
        Env env = Env.load(Path.of(System.getProperty("quintet.project", "")).toAbsolutePath());
        Site site = Site.open(
                switch (order.staticFiles()) {
                    case SETTINGS -> definition;
                    case NONE -> new ServedDefinition(definition, false);
                    case ALWAYS -> new ServedDefinition(definition, true);
                },
                env);
        try {
            check(site, order);
            Server server = serve(site, token);
            if (!order.first()) {
                // A migration may just have been written. Requests need not wait for this.
                Thread.ofVirtual().name("unapplied-migrations").start(() -> tellUnapplied(site, order));
            }
            return new ChildSite(site, server);
        } catch (RuntimeException | Error e) {
            site.close();
            throw e;
        }
    }

    private static URL[] urls(List<Path> folders) {
        List<URL> urls = new ArrayList<>();
        for (Path folder : folders) {
            try {
                urls.add(folder.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Errors keep a site from being served, as Django's runserver does; the rest is told at the first start. */
    private static void check(Site site, ChildOrder order) {
        Terminal terminal = Terminal.system(order.program());
        Style style = terminal.wantsColor() ? Style.COLORED : Style.PLAIN;
        CheckReport report = CheckReport.run(site, false, List.of(), List.of());
        if (report.fails(CheckMessage.Level.ERROR)) {
            throw new ChecksFailed(report.text(Style.PLAIN, true));
        }
        PrintWriter out = terminal.out();
        if (order.first()) {
            out.println(report.text(style, true));
            out.flush();
            tellUnapplied(site, order);
        }
    }

    private static void tellUnapplied(Site site, ChildOrder order) {
        Terminal terminal = Terminal.system(order.program());
        Style style = terminal.wantsColor() ? Style.COLORED : Style.PLAIN;
        try {
            site.run(() -> site.findService(UnappliedMigrations.class)
                    .flatMap(UnappliedMigrations::notice)
                    .ifPresent(notice -> terminal.out().println(style.notice(notice))));
        } catch (RuntimeException e) {
            // The site was closed meanwhile.
            LOG.debug("Whether migrations wait is not known", e);
        }
        terminal.out().flush();
    }

    private static Server serve(Site site, String token) {
        SiteHandler handler = site.service(SiteHandler.class);
        RequestLine line = RequestLine.of(site);
        ServerSettings own = site.settings().part(ServerSettings.class).orElse(ServerSettings.defaults());
        Server server = Server.of(
                ServerSettings.defaults()
                        .host("127.0.0.1")
                        .port(0)
                        .http2(false)
                        .requestLog(false)
                        .maxBodySize(own.maxBodySize())
                        .maxHeaderSize(own.maxHeaderSize() + ROOM)
                        .maxTargetLength(own.maxTargetLength())
                        .maxConcurrentRequests(own.maxConcurrentRequests())
                        .idleTimeout(LONG)
                        .bodyGrace(LONG),
                exchange -> line.tell(handler, new SupervisedExchange(exchange, token)));
        server.start();
        return server;
    }

    int port() {
        return server.address().getPort();
    }

    boolean isDebug() {
        return site.settings().debug();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop(Duration.ofSeconds(5));
            site.close();
        }
    }
}
