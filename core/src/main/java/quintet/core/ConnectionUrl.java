package quintet.core;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address of a database, cache or broker in one line, as in {@code postgres://user:secret@localhost:5432/shop} or
 * {@code sqlite:db.sqlite3}.
 *
 * @param scheme lower-case kind of server: {@code sqlite}, {@code postgres}, {@code mariadb}, {@code redis} ...
 * @param user user name, decoded; null when absent
 * @param password password, decoded; null when absent; never part of {@link #toString()}
 * @param host host name; null for files
 * @param port port, or -1 for the server's default
 * @param path what follows the host without its first slash (a database's name), or for files the path as written
 * @param options the query string's options in order
 */
public record ConnectionUrl(
        String scheme,
        @Nullable String user,
        @Nullable String password,
        @Nullable String host,
        int port,
        String path,
        Map<String, String> options) {

    /** Copies the options. */
    public ConnectionUrl {
        options = Map.copyOf(options);
    }

    /**
     * Parses a URL.
     *
     * @throws IllegalArgumentException if it is not one; the message never repeats the text, since it may hold a password
     */
    public static ConnectionUrl parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(
                    "Not a connection URL: expected kind:address, such as sqlite:db.sqlite3 or postgres://user@host/name.");
        }
        String scheme = text.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        if (!scheme.matches("[a-z][a-z0-9+.-]*")) {
            throw new IllegalArgumentException("Not a connection URL: the part before ':' must be letters.");
        }
        return text.startsWith("//", colon + 1) && !scheme.equals("sqlite")
                ? parseServer(scheme, text)
                : parseFile(scheme, text.substring(colon + 1));
    }

    private static ConnectionUrl parseFile(String scheme, String rest) {
        String path = rest.startsWith("///") ? rest.substring(3) : rest.startsWith("//") ? rest.substring(2) : rest;
        if (rest.startsWith("////")) {
            path = rest.substring(3);
        }
        int question = path.indexOf('?');
        Map<String, String> options = question < 0 ? Map.of() : query(path.substring(question + 1));
        return new ConnectionUrl(
                scheme, null, null, null, -1, question < 0 ? path : path.substring(0, question), options);
    }

    private static ConnectionUrl parseServer(String scheme, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Not a connection URL: special characters in user name and password are written percent-encoded"
                            + " (@ is %40, : is %3A, / is %2F).");
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? null : authority.substring(0, at);
        String hostPort = authority.substring(at + 1);
        String user = userInfo == null ? null : decode(before(userInfo, ':'));
        String password = userInfo == null || userInfo.indexOf(':') < 0
                ? null
                : decode(userInfo.substring(userInfo.indexOf(':') + 1));
        int bracket = hostPort.lastIndexOf(']');
        int portColon = hostPort.indexOf(':', Math.max(bracket, 0));
        String host = portColon < 0 ? hostPort : hostPort.substring(0, portColon);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new ConnectionUrl(
                scheme,
                user,
                password,
                host.isEmpty() ? "localhost" : host,
                portColon < 0 ? -1 : port(hostPort.substring(portColon + 1)),
                decode(path.startsWith("/") ? path.substring(1) : path),
                uri.getRawQuery() == null ? Map.of() : query(uri.getRawQuery()));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the error below
        }
        throw new IllegalArgumentException("Not a connection URL: the port must be a number from 1 to 65535.");
    }

    private static Map<String, String> query(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                options.put(decode(before(pair, '=')), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private static String before(String text, char separator) {
        int index = text.indexOf(separator);
        return index < 0 ? text : text.substring(0, index);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address without password and options, safe to print. */
    @Override
    public String toString() {
        if (host == null) {
            return scheme + ":" + path;
        }
        return scheme + "://" + (user == null ? "" : user + "@") + host + (port < 0 ? "" : ":" + port) + "/" + path;
    }
}
