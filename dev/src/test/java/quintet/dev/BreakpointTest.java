package quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger holds the site at a breakpoint while the development server is told to end. */
class BreakpointTest {
    @TempDir
    private Path folder;

    @Test
    void aChildHeldAtABreakpointDoesNotKeepTheServerFromEnding() throws Exception {
        TestProject files = TestProject.in(folder);
        files.source("shop/Mysite.java", """
                package shop;
                import java.util.List;
                import quintet.core.*;
                import quintet.http.*;
                public final class Mysite extends Project {
                    @Override public Settings settings(Env env) {
                        return Settings.of(env).debug(true).secretKey("a key for a test project");
                    }
                    @Override public List<Route> routes() {
                        return List.of(Routes.path("", Views::page));
                    }
                }
                """);
        files.source("shop/Views.java", """
                package shop;
                import quintet.http.*;
                public final class Views {
                    static Response page(Request request) {
                        return Response.ok("<html><body>page</body></html>");
                    }
                }
                """);
        int port = freePort();
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        DevServer server = DevServer.of(
                DevProject.open(folder),
                DevServerOptions.defaults().at("127.0.0.1", 0).debug(port),
                new PrintWriter(new StringWriter()));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            server.start();
            HttpRequest request = HttpRequest.newBuilder(server.address()).build();
            assertThat(browser.send(request, BodyHandlers.ofString()).body()).contains("page");
            List<ProcessHandle> children = ProcessHandle.current()
                    .children()
                    .filter(each -> !before.contains(each))
                    .toList();
            assertThat(children).isNotEmpty();
            VirtualMachine site = attach(port);
            var page = site.classesByName("shop.Views")
                    .getFirst()
                    .methodsByName("page")
                    .getFirst();
            site.eventRequestManager().createBreakpointRequest(page.location()).enable();
            var held = browser.sendAsync(request, BodyHandlers.ofString());
            awaitBreakpoint(site);
            assertThat(held).isNotDone();
            CompletableFuture.runAsync(server::close).get(60, TimeUnit.SECONDS);
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
            browser.shutdownNow();
        } finally {
            server.close();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static VirtualMachine attach(int port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(String.valueOf(port));
        return connector.attach(arguments);
    }

    private static void awaitBreakpoint(VirtualMachine site) throws Exception {
        while (true) {
            EventSet events = site.eventQueue().remove(60_000);
            assertThat(events).as("the request reaches the breakpoint").isNotNull();
            for (Event event : events) {
                if (event instanceof BreakpointEvent) {
                    return;
                }
            }
            events.resume();
        }
    }
}
