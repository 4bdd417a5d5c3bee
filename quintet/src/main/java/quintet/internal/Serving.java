package quintet.internal;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/** Serves a site until the process is told to end. */
public final class Serving {
    /** The command that serves. */
    public static final String COMMAND = "runserver";

    private static final String VERSION = "0.1";

    private Serving() {}

    /** Serves; returns the exit code when the site cannot be served, else when the process ends. */
    public static int serve(Site site, Address address, PrintWriter out, PrintWriter err) {
        List<CheckMessage> messages = site.check();
        if (!messages.isEmpty()) {
            messages.forEach(message -> err.println(message));
        }
        if (messages.stream().anyMatch(CheckMessage::isSerious)) {
            err.println("The site has problems; mend them first.");
            return 1;
        }
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
        out.println("Quintet " + VERSION + ", " + name(site) + (site.settings().debug() ? ", debug: " : ": ")
                + shown(server.address()) + "    Ctrl-C stops.");
        out.flush();
        await(ended);
        site.close();
        closed.countDown();
        return 0;
    }

    private static ServerSettings settings(Site site) {
        return site.settings().part(ServerSettings.class).orElse(ServerSettings.defaults());
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
