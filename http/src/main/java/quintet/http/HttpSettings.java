package quintet.http;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/** General settings of requests and URLs: {@code .with(HttpSettings.defaults().appendSlash(false))}. Immutable; each setter gives a changed copy. */
public final class HttpSettings implements SettingsPart {
    private static final HttpSettings DEFAULTS = new HttpSettings(new Values());

    /** Written only while a new value is made. */
    private static final class Values implements Cloneable {
        private boolean appendSlash = true;
        private boolean prependWww = false;
        private List<Pattern> disallowedUserAgents = List.of();
        private List<Pattern> ignorable404s = List.of();
        private boolean useXForwardedHost = false;
        private boolean useXForwardedPort = false;
        private String scriptName = "";
        private String loginUrl = "/accounts/login/";
        private String loginRedirectUrl = "/accounts/profile/";
        private @Nullable String logoutRedirectUrl = null;
        private boolean legacyCookieSalt = false;
        private List<Converter<?>> converters = List.of();

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

    private HttpSettings(Values values) {
        this.values = values;
    }

    /** Django's defaults. */
    public static HttpSettings defaults() {
        return DEFAULTS;
    }

    /** Whether a path without a slash at its end is redirected to the one with it, when only that exists. Default true. APPEND_SLASH. */
    public boolean appendSlash() {
        return values.appendSlash;
    }

    /** See {@link #appendSlash()}. */
    public HttpSettings appendSlash(boolean value) {
        return change(v -> v.appendSlash = value);
    }

    /** Whether hosts without {@code www.} are redirected to the one with it. Default false. PREPEND_WWW. */
    public boolean prependWww() {
        return values.prependWww;
    }

    /** See {@link #prependWww()}. */
    public HttpSettings prependWww(boolean value) {
        return change(v -> v.prependWww = value);
    }

    /** Clients whose User-Agent has one of these in it are refused with 403. Default none. DISALLOWED_USER_AGENTS. */
    public List<Pattern> disallowedUserAgents() {
        return values.disallowedUserAgents;
    }

    /** See {@link #disallowedUserAgents()}. */
    public HttpSettings disallowedUserAgents(Pattern... patterns) {
        return change(v -> v.disallowedUserAgents = List.of(patterns));
    }

    /** Paths whose 404s are not reported as broken links. Default none. IGNORABLE_404_URLS. */
    public List<Pattern> ignorable404s() {
        return values.ignorable404s;
    }

    /** See {@link #ignorable404s()}. */
    public HttpSettings ignorable404s(Pattern... patterns) {
        return change(v -> v.ignorable404s = List.of(patterns));
    }

    /** Whether the host is taken from X-Forwarded-Host; only behind a proxy that sets it. Default false. USE_X_FORWARDED_HOST. */
    public boolean useXForwardedHost() {
        return values.useXForwardedHost;
    }

    /** See {@link #useXForwardedHost()}. */
    public HttpSettings useXForwardedHost(boolean value) {
        return change(v -> v.useXForwardedHost = value);
    }

    /** Whether the port is taken from X-Forwarded-Port; only behind a proxy that sets it. Default false. USE_X_FORWARDED_PORT. */
    public boolean useXForwardedPort() {
        return values.useXForwardedPort;
    }

    /** See {@link #useXForwardedPort()}. */
    public HttpSettings useXForwardedPort(boolean value) {
        return change(v -> v.useXForwardedPort = value);
    }

    /** The path below which the site is mounted by a proxy that strips it. Default empty. FORCE_SCRIPT_NAME. */
    public String scriptName() {
        return values.scriptName;
    }

    /** See {@link #scriptName()}. */
    public HttpSettings scriptName(String value) {
        return change(v -> v.scriptName = value);
    }

    /** Where those who must log in are sent: a URL or the name of a route. LOGIN_URL. */
    public String loginUrl() {
        return values.loginUrl;
    }

    /** See {@link #loginUrl()}. */
    public HttpSettings loginUrl(String value) {
        return change(v -> v.loginUrl = value);
    }

    /** Where a login leads without {@code next}: a URL or the name of a route. LOGIN_REDIRECT_URL. */
    public String loginRedirectUrl() {
        return values.loginRedirectUrl;
    }

    /** See {@link #loginRedirectUrl()}. */
    public HttpSettings loginRedirectUrl(String value) {
        return change(v -> v.loginRedirectUrl = value);
    }

    /** Where a logout leads; null shows a page. LOGOUT_REDIRECT_URL. */
    public @Nullable String logoutRedirectUrl() {
        return values.logoutRedirectUrl;
    }

    /** See {@link #logoutRedirectUrl()}. */
    public HttpSettings logoutRedirectUrl(@Nullable String value) {
        return change(v -> v.logoutRedirectUrl = value);
    }

    /** Whether signed cookies of Django before 5.2.15 and 6.0.6 are still read. Default false. SIGNED_COOKIE_LEGACY_SALT_FALLBACK. */
    public boolean legacyCookieSalt() {
        return values.legacyCookieSalt;
    }

    /** See {@link #legacyCookieSalt()}. */
    public HttpSettings legacyCookieSalt(boolean value) {
        return change(v -> v.legacyCookieSalt = value);
    }

    /** Converters that may be named in paths, such as {@code <yyyy:year>}, beside the built-in ones. register_converter(). */
    public List<Converter<?>> converters() {
        return values.converters;
    }

    /** See {@link #converters()}. */
    public HttpSettings converters(Converter<?>... more) {
        return change(v -> v.converters = List.of(more));
    }

    private HttpSettings change(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new HttpSettings(changed);
    }
}
