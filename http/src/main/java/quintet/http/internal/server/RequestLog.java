package quintet.http.internal.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import quintet.http.RequestRejected;

/** One line for each request, with its parts as key-value pairs for logs that machines read. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.server");

    private final boolean on;

    RequestLog(boolean on) {
        this.on = on;
    }

    /** A request that was answered, or cut when {@code failure} is given. */
    void finished(JettyExchange exchange, @Nullable Throwable failure) {
        if (!on || exchange.isLogged()) return;
        // Why a request failed is said by others; this line only says how it ended. Load has no other line.
        Level level = exchange.status() == 503 ? Level.WARN : Level.INFO;
        if (!LOG.isEnabledForLevel(level)) return;
        // The query may carry secrets (tokens, e-mail addresses): it stays out of the log.
        String path = Texts.oneLine(withoutQuery(exchange.rawTarget()));
        double millis = (System.nanoTime() - exchange.beginNanos()) / 1_000_000.0;
        LoggingEventBuilder event = LOG.atLevel(level)
                .addKeyValue("method", exchange.method())
                .addKeyValue("path", path)
                .addKeyValue("status", exchange.status())
                .addKeyValue("bytes", exchange.bytes())
                .addKeyValue("ms", Math.round(millis * 10) / 10.0)
                .addKeyValue("remote", host(exchange.remote()));
        event.log(
                "\"{} {} {}\" {} {}{}",
                exchange.method(),
                path,
                exchange.protocol(),
                exchange.status(),
                exchange.bytes(),
                failure == null ? "" : " (cut)");
    }

    /** A request that broke a limit: before its answer (rejected) or while that was sent (cut). Takes the place of its request line. */
    void rejected(JettyExchange exchange, RequestRejected rejection) {
        String reason = exchange.method() + " " + withoutQuery(exchange.rawTarget()) + ": " + rejection.getMessage();
        exchange.logged();
        rejected(exchange.remote(), exchange.status() == 0 ? rejection.status() : 0, reason);
    }

    /** A request that never became an exchange, such as a malformed head. */
    void rejected(@Nullable SocketAddress remote, int status, @Nullable String reason) {
        String shown = Texts.oneLine(reason == null ? "malformed request" : reason);
        LOG.atWarn()
                .addKeyValue("status", status)
                .addKeyValue("remote", host(remote))
                .log("{} {}: {}", status == 0 ? "Cut" : "Rejected with " + status, host(remote), shown);
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static String host(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }
}
