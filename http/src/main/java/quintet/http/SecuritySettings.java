package quintet.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/** Security headers and HTTPS: {@code .with(SecuritySettings.defaults().sslRedirect(true).hsts(Duration.ofDays(365)))}. Immutable; each setter gives a changed copy. */
public final class SecuritySettings implements SettingsPart {
    private static final SecuritySettings DEFAULTS = new SecuritySettings(new Values());

    /** Written only while a new value is made. */
    private static final class Values implements Cloneable {
        private boolean contentTypeNosniff = true;
        private @Nullable String crossOriginOpenerPolicy = "same-origin";
        private Duration hsts = Duration.ZERO;
        private boolean hstsIncludeSubdomains = false;
        private boolean hstsPreload = false;
        private List<Pattern> redirectExempt = List.of();
        private List<String> referrerPolicy = List.of("same-origin");
        private @Nullable String sslHost = null;
        private boolean sslRedirect = false;
        private @Nullable ProxyHeader proxyHeader = null;
        private String frameOptions = "DENY";
        private Csp csp = Csp.none();
        private Csp cspReportOnly = Csp.none();

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

    private SecuritySettings(Values values) {
        this.values = values;
    }

    /** Django's defaults. */
    public static SecuritySettings defaults() {
        return DEFAULTS;
    }

    /** Whether {@code X-Content-Type-Options: nosniff} is sent. Default true. SECURE_CONTENT_TYPE_NOSNIFF. */
    public boolean contentTypeNosniff() {
        return values.contentTypeNosniff;
    }

    /** See {@link #contentTypeNosniff()}. */
    public SecuritySettings contentTypeNosniff(boolean value) {
        return change(v -> v.contentTypeNosniff = value);
    }

    /** Cross-Origin-Opener-Policy; null for none. Default {@code same-origin}. SECURE_CROSS_ORIGIN_OPENER_POLICY. */
    public @Nullable String crossOriginOpenerPolicy() {
        return values.crossOriginOpenerPolicy;
    }

    /** See {@link #crossOriginOpenerPolicy()}. */
    public SecuritySettings crossOriginOpenerPolicy(@Nullable String value) {
        return change(v -> v.crossOriginOpenerPolicy = value);
    }

    /** How long browsers use HTTPS only, once seen; zero for no such header. Default zero. SECURE_HSTS_SECONDS. */
    public Duration hsts() {
        return values.hsts;
    }

    /** See {@link #hsts()}. */
    public SecuritySettings hsts(Duration value) {
        return change(v -> v.hsts = value);
    }

    /** Whether that holds for subdomains too. Default false. SECURE_HSTS_INCLUDE_SUBDOMAINS. */
    public boolean hstsIncludeSubdomains() {
        return values.hstsIncludeSubdomains;
    }

    /** See {@link #hstsIncludeSubdomains()}. */
    public SecuritySettings hstsIncludeSubdomains(boolean value) {
        return change(v -> v.hstsIncludeSubdomains = value);
    }

    /** Whether the domain may be put on the browsers' preload list. Default false. SECURE_HSTS_PRELOAD. */
    public boolean hstsPreload() {
        return values.hstsPreload;
    }

    /** See {@link #hstsPreload()}. */
    public SecuritySettings hstsPreload(boolean value) {
        return change(v -> v.hstsPreload = value);
    }

    /** Paths, without the slash they begin with, that may go over plain HTTP. Default none. SECURE_REDIRECT_EXEMPT. */
    public List<Pattern> redirectExempt() {
        return values.redirectExempt;
    }

    /** See {@link #redirectExempt()}. */
    public SecuritySettings redirectExempt(Pattern... patterns) {
        return change(v -> v.redirectExempt = List.of(patterns));
    }

    /** Referrer-Policy, fallbacks first; none sends no header. Default {@code same-origin}. SECURE_REFERRER_POLICY. */
    public List<String> referrerPolicy() {
        return values.referrerPolicy;
    }

    /** See {@link #referrerPolicy()}. */
    public SecuritySettings referrerPolicy(String... policies) {
        return change(v -> v.referrerPolicy = List.of(policies));
    }

    /** The host HTTPS redirects go to; null for that of the request. SECURE_SSL_HOST. */
    public @Nullable String sslHost() {
        return values.sslHost;
    }

    /** See {@link #sslHost()}. */
    public SecuritySettings sslHost(@Nullable String value) {
        return change(v -> v.sslHost = value);
    }

    /** Whether plain HTTP is redirected to HTTPS. Default false. SECURE_SSL_REDIRECT. */
    public boolean sslRedirect() {
        return values.sslRedirect;
    }

    /** See {@link #sslRedirect()}. */
    public SecuritySettings sslRedirect(boolean value) {
        return change(v -> v.sslRedirect = value);
    }

    /** The header by which a proxy says that a request came over HTTPS; null trusts none. SECURE_PROXY_SSL_HEADER. */
    public @Nullable ProxyHeader proxyHeader() {
        return values.proxyHeader;
    }

    /** See {@link #proxyHeader()}. */
    public SecuritySettings proxyHeader(@Nullable ProxyHeader value) {
        return change(v -> v.proxyHeader = value);
    }

    /** X-Frame-Options: {@code DENY} or {@code SAMEORIGIN}. Default {@code DENY}. X_FRAME_OPTIONS. */
    public String frameOptions() {
        return values.frameOptions;
    }

    /** See {@link #frameOptions()}. */
    public SecuritySettings frameOptions(String value) {
        return change(v -> v.frameOptions = value);
    }

    /** The Content-Security-Policy. Default none. SECURE_CSP. */
    public Csp csp() {
        return values.csp;
    }

    /** See {@link #csp()}. */
    public SecuritySettings csp(Csp value) {
        return change(v -> v.csp = value);
    }

    /** The Content-Security-Policy-Report-Only. Default none. SECURE_CSP_REPORT_ONLY. */
    public Csp cspReportOnly() {
        return values.cspReportOnly;
    }

    /** See {@link #cspReportOnly()}. */
    public SecuritySettings cspReportOnly(Csp value) {
        return change(v -> v.cspReportOnly = value);
    }

    /**
     * What a trusted proxy sends.
     *
     * @param name the header, such as {@code X-Forwarded-Proto}
     * @param value its value for HTTPS, such as {@code https}
     */
    public record ProxyHeader(String name, String value) {}

    /** Trusts this header of a proxy, which must remove it from what clients send. */
    public SecuritySettings proxyHeader(String name, String httpsValue) {
        return proxyHeader(new ProxyHeader(name, httpsValue));
    }

    private SecuritySettings change(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new SecuritySettings(changed);
    }
}
