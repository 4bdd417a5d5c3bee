package quintet.dev.internal.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.CommandError;

/**
 * The port a debugger attaches to: always the same, while each child has one of its own. Only this machine reaches it, for
 * who debugs a JVM may run anything in it.
 */
public final class DebugPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    private final ServerSocket listening;
    private final IntSupplier child;

    private DebugPort(ServerSocket listening, IntSupplier child) {
        this.listening = listening;
        this.child = child;
    }

    /**
     * Opens the port.
     *
     * @param port the port; 0 takes a free one
     * @param child gives the port of the JVM that serves now; 0 when none does
     */
    public static DebugPort open(int port, IntSupplier child) {
        try {
            ServerSocket listening = new ServerSocket(port, 4, InetAddress.getLoopbackAddress());
            DebugPort opened = new DebugPort(listening, child);
            Thread.ofVirtual().name("debug-port").start(opened::accept);
            return opened;
        } catch (IOException e) {
            throw new CommandError("The port for a debugger, " + port + ", cannot be opened: " + e.getMessage()
                    + ". Name another one: --debug 5006");
        }
    }

    /** The port. */
    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket debugger = listening.accept();
                Thread.ofVirtual().name("debugger").start(() -> connect(debugger));
            }
        } catch (IOException e) {
            LOG.trace("No longer waiting for debuggers", e);
        }
    }

    private void connect(Socket debugger) {
        try (debugger;
                Socket jvm = new Socket(InetAddress.getLoopbackAddress(), child.getAsInt())) {
            debugger.setTcpNoDelay(true);
            jvm.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().name("debugger-back").start(() -> copy(jvm, debugger));
            copy(debugger, jvm);
            back.join();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("The debugger reaches no JVM", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.trace("A debugger's connection ended", e);
        } finally {
            shut(from);
            shut(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.trace("Closing failed", e);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.trace("Closing failed", e);
        }
    }
}
