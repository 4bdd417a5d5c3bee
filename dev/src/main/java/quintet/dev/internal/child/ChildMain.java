package quintet.dev.internal.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import quintet.core.ConfigurationException;
import quintet.http.ServerStartException;

/**
 * The child process of the development server: waits for the order of what to open, serves the site of the freshly compiled
 * classes on a free loopback port, and does what the supervisor says. It ends when the supervisor does.
 *
 * <p>Arguments: the control port, and for a child that is started ahead of its need {@code warm} and a file with
 * the names of classes it will need. The token comes by the
 * environment variable {@link #TOKEN}, where other users cannot read it.
 */
public final class ChildMain {
    /** Environment variable with the secret that opens the control channel and that requests must carry. */
    public static final String TOKEN = "QUINTET_DEV_TOKEN";

    /** Argument: use the time until the order comes to load what every site needs. */
    public static final String WARM = "warm";

    /** Request header with the token. */
    public static final String TOKEN_HEADER = "X-Quintet-Dev-Token";

    /** Request header with the address of the browser. */
    public static final String REMOTE_HEADER = "X-Quintet-Dev-Remote";

    /** Request header with the browser's Host header. */
    public static final String HOST_HEADER = "X-Quintet-Dev-Host";

    private ChildMain() {}

    /** Runs the child. */
    public static void main(String[] args) throws IOException {
        String token = System.getenv(TOKEN);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            socket.setTcpNoDelay(true);
            Control.writeText(out, token);
            if (args.length > 1 && args[1].equals(WARM)) {
                Training.load(Path.of(args[2]));
                WarmUp.run();
            }
            if (in.readByte() == Control.OPEN) {
                serve(ChildOrder.of(Control.readTexts(in)), token, in, out);
            }
        } catch (EOFException | SocketException e) {
            // The supervisor is gone: so are we.
        }
        System.exit(0);
    }

    private static void serve(ChildOrder order, String token, DataInputStream in, DataOutputStream out)
            throws IOException {
        ChildSite site;
        try {
            site = ChildSite.open(order, token);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            out.writeByte(Control.FAILED);
            Control.writeText(out, describe(e));
            return;
        }
        // Ctrl-C reaches this process too: the site is closed then as it is when the supervisor asks for it.
        Runtime.getRuntime().addShutdownHook(new Thread(site::close, "close-site"));
        out.writeByte(Control.READY);
        out.writeInt(site.port());
        out.writeBoolean(site.isDebug());
        out.flush();
        obey(in, out);
    }

    private static String describe(Throwable error) {
        if (error instanceof ConfigurationException || error instanceof ServerStartException) {
            return String.valueOf(error.getMessage());
        }
        if (error instanceof ChecksFailed) {
            return String.valueOf(error.getMessage());
        }
        Throwable cause =
                error instanceof ReflectiveOperationException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void obey(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            switch (in.readByte()) {
                case Control.REDEFINE -> answer(out, Agent.redefine(Control.readClasses(in)));
                case Control.LOADED -> Control.writeTexts(out, Agent.loaded());
                case Control.STOP -> {
                    return;
                }
                default -> throw new IOException("The supervisor said something unknown.");
            }
        }
    }

    private static void answer(DataOutputStream out, @Nullable String problem) throws IOException {
        Control.writeText(out, problem == null ? "" : problem);
    }
}
