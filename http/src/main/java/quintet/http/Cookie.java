package quintet.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.internal.CookieText;
import quintet.http.internal.SignedCookies;

/**
 * A cookie to set: a name, a value and where and how long the browser keeps it. {@code
 * Cookie.of("theme", "dark").maxAge(Duration.ofDays(30))}. Immutable; the setters give changed copies. Path is {@code /},
 * and without age or expiry the browser drops it at its end. Written byte for byte as Django writes it.
 */
public final class Cookie implements Cloneable {
    private static final String EPOCH = "Thu, 01 Jan 1970 00:00:00 GMT";

    private final String name;
    private final String value;
    private @Nullable Long maxAge;
    private @Nullable Instant expires;
    private @Nullable String expiresText;
    private @Nullable String path = "/";
    private @Nullable String domain;
    private boolean secure;
    private boolean httpOnly;
    private @Nullable String sameSite;

    private Cookie(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * A cookie.
     *
     * @param value any text; it is quoted where needed
     * @throws CookieException if the name is no token, or either has control characters in it
     */
    public static Cookie of(String name, String value) {
        String problem = CookieText.problem(name, value);
        if (problem != null) throw new CookieException(problem);
        return new Cookie(name, value);
    }

    /** A cookie whose value the client can read but not forge; read it with {@link Request#signedCookie(String)}. */
    public static Cookie signed(String name, String value) {
        return signed(name, value, "");
    }

    /** As {@link #signed(String, String)}, for a purpose named by the salt. */
    public static Cookie signed(String name, String value, String salt) {
        return of(name, SignedCookies.sign(Site.current(), name, value, salt));
    }

    /** A cookie that makes the browser drop the one of this name, path and domain. */
    public static Cookie delete(String name) {
        Cookie cookie = of(name, "");
        cookie.maxAge = 0L;
        cookie.expiresText = EPOCH;
        cookie.secure = name.startsWith("__Secure-") || name.startsWith("__Host-");
        return cookie;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The value, unquoted. */
    public String value() {
        return value;
    }

    /** Keeps it for this long, in whole seconds. */
    public Cookie maxAge(@Nullable Duration age) {
        return change(c -> c.maxAge = age == null ? null : age.toSeconds());
    }

    /** Keeps it until this moment. */
    public Cookie expires(@Nullable Instant moment) {
        return change(c -> c.expires = moment);
    }

    /** Sets the expires attribute to a text that is sent as it is. */
    public Cookie expires(String text) {
        return change(c -> c.expiresText = checked("expires", text));
    }

    /** The path it is sent back for; null for that of the request. Default {@code /}. */
    public Cookie path(@Nullable String newPath) {
        return change(c -> c.path = checked("path", newPath));
    }

    /** The domain it is sent back to, subdomains included; null (the default) for this host alone. */
    public Cookie domain(@Nullable String newDomain) {
        return change(c -> c.domain = checked("domain", newDomain));
    }

    /** Whether it is sent over HTTPS only. */
    public Cookie secure(boolean on) {
        return change(c -> c.secure = on);
    }

    /** Whether scripts of the page can not read it. */
    public Cookie httpOnly(boolean on) {
        return change(c -> c.httpOnly = on);
    }

    /**
     * Whether it is sent with requests from other sites: {@code Lax}, {@code Strict} or {@code None}; null leaves it to
     * the browser.
     */
    public Cookie sameSite(@Nullable String policy) {
        if (policy != null && !policy.isEmpty()) {
            switch (policy.toLowerCase(Locale.ROOT)) {
                case "lax", "strict", "none" -> {}
                default -> throw new IllegalArgumentException("samesite must be \"lax\", \"none\", or \"strict\".");
            }
        }
        boolean dropsInsecure = EPOCH.equals(expiresText) && "none".equalsIgnoreCase(policy);
        return change(c -> {
            c.sameSite = policy;
            c.secure |= dropsInsecure;
        });
    }

    /** The value of the Set-Cookie header. */
    public String toHeader(Clock clock) {
        Long age = maxAge;
        String until = expiresText;
        if (expires != null)
            age = Math.max(0, Duration.between(clock.instant(), expires).toSeconds() + 1);
        if (age != null && until == null)
            until = HttpDates.format(clock.instant().plusSeconds(age));
        StringBuilder out = new StringBuilder(name).append('=').append(CookieText.quote(value));
        append(out, "Domain", domain);
        append(out, "expires", until);
        if (httpOnly) out.append("; HttpOnly");
        if (age != null) out.append("; Max-Age=").append(age.longValue());
        append(out, "Path", path);
        append(out, "SameSite", sameSite);
        if (secure) out.append("; Secure");
        return out.toString();
    }

    /** The value of the Set-Cookie header now. */
    public String toHeader() {
        return toHeader(Clock.systemUTC());
    }

    /** The name; the value may be a secret. */
    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }

    private Cookie change(Consumer<Cookie> change) {
        try {
            Cookie copy = (Cookie) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String checked(String attribute, @Nullable String text) {
        if (text != null && CookieText.hasControl(text)) {
            throw new CookieException("Control characters are not allowed in cookies: " + attribute);
        }
        return text;
    }

    private static void append(StringBuilder out, String attribute, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.append("; ").append(attribute).append('=').append(text);
        }
    }
}
