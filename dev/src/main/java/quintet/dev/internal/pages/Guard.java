package quintet.dev.internal.pages;

import java.util.HexFormat;
import java.util.List;
import quintet.core.Crypto;
import quintet.core.Site;
import quintet.http.Hosts;
import quintet.http.Request;

/**
 * Who may use the developer's pages: a browser on this machine that asked for this machine. The name asked for counts too,
 * since another site may have its name lead here; and what came through a proxy may come from anywhere.
 */
public final class Guard {
    /** The name of the form field with the token. */
    public static final String FIELD = "token";

    private static final List<String> LOCAL = List.of(".localhost", "127.0.0.1", "[::1]");
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final String token;

    Guard(Site site) {
        // Derived, so that a page that is open stays good when the development server starts anew.
        String key = site.settings().secretKey();
        token = HexFormat.of()
                .formatHex(Crypto.saltedHmac("quintet.dev", "pages", key.isEmpty() ? FALLBACK : key, "sha256"));
    }

    private static final String FALLBACK = Crypto.randomString(32);

    /** Whether a request comes from a browser on this machine. */
    public boolean isLocal(Request request) {
        if (OF_PROXIES.stream().anyMatch(request.headers()::contains)) {
            return false;
        }
        var address = request.remote().getAddress();
        return address != null
                && address.isLoopbackAddress()
                && Hosts.isAllowed(
                        Hosts.split(request.headers().get("Host", "")).domain(), LOCAL);
    }

    /** The token that forms of these pages carry. */
    public String token() {
        return token;
    }

    /** Whether a request is a form of these pages, sent from this machine. */
    public boolean isOwnForm(Request request) {
        if (!isLocal(request) || !request.is("POST")) {
            return false;
        }
        String origin = request.header("Origin");
        String own = request.scheme() + "://" + request.headers().get("Host", "");
        return (origin == null || origin.equals(own))
                && Crypto.constantTimeEquals(request.form().get(FIELD, ""), token);
    }
}
