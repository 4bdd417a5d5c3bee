package quintet.internal;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import quintet.ServeAddress;
import quintet.core.Site;
import quintet.core.Version;
import quintet.http.DebugPages;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/** Serves a site until the process is told to end. */
public final class Serving {
    private Serving() {}

    /** Serves; returns the exit code when the process ends. */
    public static int serve(Site site, ServeAddress address, PrintWriter out) {
        ServerSettings settings = settings(site).host(address.host()).port(address.port());
        Server server = Server.of(settings, site.service(SiteHandler.class));
        server.start();
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                            await(closed);
                        },
                        "stop"));
        out.println("Quintet " + Version.series() + ", " + name(site)
                + (site.settings().debug() ? ", debug: " : ": ") + shown(server.address()) + "    Ctrl-C stops.");
        out.flush();
        await(ended);
        site.close();
        closed.countDown();
        return 0;
    }

    private static ServerSettings settings(Site site) {
        ServerSettings settings = site.settings().part(ServerSettings.class).orElse(ServerSettings.defaults());
        // In development each request has a line with its queries.
        return site.findService(DebugPages.class).isPresent() ? settings.requestLog(false) : settings;
    }

    private static String name(Site site) {
        String type = site.service(quintet.http.Project.class).getClass().getPackageName();
        return type.isEmpty() ? "site" : type.substring(type.lastIndexOf('.') + 1);
    }

    private static String shown(URI address) {
        return address.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
