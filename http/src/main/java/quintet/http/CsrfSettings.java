package quintet.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/** Settings of the protection against forged requests: {@code .with(CsrfSettings.defaults().trustedOrigins("https://shop.example.com"))}. Immutable; each setter gives a changed copy. */
public final class CsrfSettings implements SettingsPart {
    private static final CsrfSettings DEFAULTS = new CsrfSettings(new Values());

    /** Written only while a new value is made. */
    private static final class Values implements Cloneable {
        private Duration cookieAge = Duration.ofDays(364);
        private @Nullable String cookieDomain = null;
        private boolean cookieHttpOnly = false;
        private String cookieName = "csrftoken";
        private String cookiePath = "/";
        private @Nullable String cookieSameSite = "Lax";
        private boolean cookieSecure = false;
        private String headerName = "X-CSRFToken";
        private List<String> trustedOrigins = List.of();
        private boolean useSessions = false;

        @Override
        protected Values clone() {
            try {
                return (Values) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Values values;

    private CsrfSettings(Values values) {
        this.values = values;
    }

    /** Django's defaults. */
    public static CsrfSettings defaults() {
        return DEFAULTS;
    }

    /** How long the cookie lasts; zero until the browser closes. Default 52 weeks. CSRF_COOKIE_AGE. */
    public Duration cookieAge() {
        return values.cookieAge;
    }

    /** See {@link #cookieAge()}. */
    public CsrfSettings cookieAge(Duration value) {
        return change(v -> v.cookieAge = value);
    }

    /** The domain of the cookie; null for this host alone. CSRF_COOKIE_DOMAIN. */
    public @Nullable String cookieDomain() {
        return values.cookieDomain;
    }

    /** See {@link #cookieDomain()}. */
    public CsrfSettings cookieDomain(@Nullable String value) {
        return change(v -> v.cookieDomain = value);
    }

    /** Whether scripts can not read the cookie. Default false: they send it back as a header. CSRF_COOKIE_HTTPONLY. */
    public boolean cookieHttpOnly() {
        return values.cookieHttpOnly;
    }

    /** See {@link #cookieHttpOnly()}. */
    public CsrfSettings cookieHttpOnly(boolean value) {
        return change(v -> v.cookieHttpOnly = value);
    }

    /** The name of the cookie. Default {@code csrftoken}. CSRF_COOKIE_NAME. */
    public String cookieName() {
        return values.cookieName;
    }

    /** See {@link #cookieName()}. */
    public CsrfSettings cookieName(String value) {
        return change(v -> v.cookieName = value);
    }

    /** The path of the cookie. Default {@code /}. CSRF_COOKIE_PATH. */
    public String cookiePath() {
        return values.cookiePath;
    }

    /** See {@link #cookiePath()}. */
    public CsrfSettings cookiePath(String value) {
        return change(v -> v.cookiePath = value);
    }

    /** The SameSite policy of the cookie. Default {@code Lax}. CSRF_COOKIE_SAMESITE. */
    public @Nullable String cookieSameSite() {
        return values.cookieSameSite;
    }

    /** See {@link #cookieSameSite()}. */
    public CsrfSettings cookieSameSite(@Nullable String value) {
        return change(v -> v.cookieSameSite = value);
    }

    /** Whether the cookie goes over HTTPS only; switch it on in production. Default false. CSRF_COOKIE_SECURE. */
    public boolean cookieSecure() {
        return values.cookieSecure;
    }

    /** See {@link #cookieSecure()}. */
    public CsrfSettings cookieSecure(boolean value) {
        return change(v -> v.cookieSecure = value);
    }

    /** The header scripts send the token in. Default {@code X-CSRFToken}. CSRF_HEADER_NAME. */
    public String headerName() {
        return values.headerName;
    }

    /** See {@link #headerName()}. */
    public CsrfSettings headerName(String value) {
        return change(v -> v.headerName = value);
    }

    /** Other origins whose pages may post here, with scheme: {@code https://*.example.com}. CSRF_TRUSTED_ORIGINS. */
    public List<String> trustedOrigins() {
        return values.trustedOrigins;
    }

    /** See {@link #trustedOrigins()}. */
    public CsrfSettings trustedOrigins(String... origins) {
        return change(v -> v.trustedOrigins = List.of(origins));
    }

    /** Whether the secret is kept in the session instead of a cookie. Default false. CSRF_USE_SESSIONS. */
    public boolean useSessions() {
        return values.useSessions;
    }

    /** See {@link #useSessions()}. */
    public CsrfSettings useSessions(boolean value) {
        return change(v -> v.useSessions = value);
    }

    private CsrfSettings change(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new CsrfSettings(changed);
    }
}
