package quintet.http.internal.server;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import quintet.http.ServerSettings;
import quintet.http.ServerStartException;

/** Turns what goes wrong at the start into one sentence with the remedy. */
final class StartFailures {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    private StartFailures() {}

    static ServerStartException explain(Exception failure, ServerSettings settings) {
        return new ServerStartException(sentence(failure, settings), failure);
    }

    /** Jetty looks at the file while it is configured, so this is checked before. */
    static void checkKeyStore(ServerSettings settings) {
        ServerSettings.KeyStoreFile file = settings.keyStore().orElse(null);
        if (file == null || Files.isReadable(file.path())) return;
        String sentence = "The key store " + file.path() + " can not be read: check the path and its permissions.";
        throw new ServerStartException(
                sentence, new NoSuchFileException(file.path().toString()));
    }

    private static String sentence(Exception failure, ServerSettings settings) {
        String where = settings.host() + ":" + settings.port();
        SocketException socket = find(failure, SocketException.class);
        String said = socket == null || socket.getMessage() == null ? "" : socket.getMessage();
        if (said.contains("Permission denied")) {
            return "The system does not allow listening on " + where + ": ports below " + FIRST_UNPRIVILEGED_PORT
                    + " need privileges, so choose a port such as 8000 or put a proxy in front.";
        }
        if (said.contains("Cannot assign")
                || find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null) {
            return "This machine has no address " + settings.host()
                    + ": use 127.0.0.1 for this machine only or 0.0.0.0 for all its addresses.";
        }
        if (find(failure, BindException.class) != null) {
            return "Port " + settings.port() + " on " + settings.host()
                    + " is in use by another program: stop that program or choose another port, for example "
                    + another(settings.port()) + ".";
        }
        if (settings.keyStore().isPresent())
            return keyStore(failure, settings.keyStore().get());
        return "The server can not start on " + where + ": " + failure.getMessage();
    }

    private static String keyStore(Exception failure, ServerSettings.KeyStoreFile file) {
        IOException said = find(failure, IOException.class);
        return "The key store " + file.path() + " can not be opened (" + (said == null ? failure : said).getMessage()
                + "): check that it is a PKCS#12 or JKS file and that the password is right.";
    }

    private static int another(int port) {
        return port >= 65_535 ? 8000 : port + 1;
    }

    private static <T> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        for (Throwable x = failure; x != null; x = x.getCause()) {
            if (type.isInstance(x)) return type.cast(x);
        }
        return null;
    }
}
