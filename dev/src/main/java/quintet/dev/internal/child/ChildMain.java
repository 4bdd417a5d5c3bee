package quintet.dev.internal.child;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import quintet.core.ConfigurationException;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;

/**
 * The child process of the development server: opens the project's site from the freshly compiled classes, serves it on a
 * free loopback port, and does what the supervisor says. It ends when the supervisor does.
 *
 * <p>Arguments: project class, control port, and the folders of classes and resources joined by the path separator. The
 * token comes by the environment variable {@link #TOKEN}, where other users cannot read it.
 */
public final class ChildMain {
    /** Environment variable with the secret that opens the control channel and that requests must carry. */
    public static final String TOKEN = "QUINTET_DEV_TOKEN";

    /** Request header with the token. */
    public static final String TOKEN_HEADER = "X-Quintet-Dev-Token";

    /** Request header with the address of the browser. */
    public static final String REMOTE_HEADER = "X-Quintet-Dev-Remote";

    /** Request header with the browser's Host header, which the JDK's client does not let through. */
    public static final String HOST_HEADER = "X-Quintet-Dev-Host";

    private ChildMain() {}

    /** Runs the child. */
    public static void main(String[] args) throws IOException {
        String token = System.getenv(TOKEN);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            Control.writeText(out, token);
            URLClassLoader loader = new URLClassLoader(urls(args[2]), ChildMain.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            serve(args[0], loader, token, in, out);
        }
        System.exit(0);
    }

    private static URL[] urls(String folders) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String folder : folders.split(File.pathSeparator)) {
            urls.add(Path.of(folder).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static void serve(
            String project, ClassLoader loader, String token, DataInputStream in, DataOutputStream out)
            throws IOException {
        Site site;
        Server server;
        try {
            SiteDefinition definition = Class.forName(project, true, loader)
                    .asSubclass(SiteDefinition.class)
                    .getDeclaredConstructor()
                    .newInstance();
            site = Site.open(definition);
            SiteHandler handler = site.service(SiteHandler.class);
            server = Server.of(
                    ServerSettings.defaults().host("127.0.0.1").port(0).requestLog(false),
                    exchange -> handler.handle(new SupervisedExchange(exchange, token)));
            server.start();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            out.writeByte(Control.FAILED);
            Control.writeText(out, describe(e));
            return;
        }
        out.writeByte(Control.READY);
        out.writeInt(server.address().getPort());
        out.flush();
        obey(in, out);
        server.stop(Duration.ofSeconds(5));
        site.close();
    }

    private static String describe(Throwable error) {
        if (error instanceof ConfigurationException wrong) {
            return String.valueOf(wrong.getMessage());
        }
        Throwable cause =
                error instanceof ReflectiveOperationException && error.getCause() != null ? error.getCause() : error;
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void obey(DataInputStream in, DataOutputStream out) throws IOException {
        try {
            while (true) {
                switch (in.readByte()) {
                    case Control.REDEFINE -> {
                        String problem = Agent.redefine(Control.readClasses(in));
                        Control.writeText(out, problem == null ? "" : problem);
                    }
                    case Control.STOP -> {
                        return;
                    }
                    default -> throw new IOException("The supervisor said something unknown.");
                }
            }
        } catch (EOFException e) {
            // The supervisor is gone: so are we.
        }
    }
}
