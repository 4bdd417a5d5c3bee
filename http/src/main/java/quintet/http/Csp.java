package quintet.http;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Content Security Policy: directives with what they allow. {@code Csp.none().with("default-src", Csp.SELF)
 * .with("script-src", Csp.SELF, Csp.NONCE)}. Immutable.
 */
public final class Csp {
    /** The header that browsers enforce. */
    public static final String HEADER = "Content-Security-Policy";

    /** The header that browsers only report by. */
    public static final String HEADER_REPORT_ONLY = "Content-Security-Policy-Report-Only";

    /** Nothing. */
    public static final String NONE = "'none'";

    /** Scripts may be reported with a sample. */
    public static final String REPORT_SAMPLE = "'report-sample'";

    /** This site. */
    public static final String SELF = "'self'";

    /** Scripts loaded by trusted scripts. */
    public static final String STRICT_DYNAMIC = "'strict-dynamic'";

    /** {@code eval()} and its like. */
    public static final String UNSAFE_EVAL = "'unsafe-eval'";

    /** Event handler attributes that match a hash. */
    public static final String UNSAFE_HASHES = "'unsafe-hashes'";

    /** Inline scripts and styles. */
    public static final String UNSAFE_INLINE = "'unsafe-inline'";

    /** WebAssembly. */
    public static final String WASM_UNSAFE_EVAL = "'wasm-unsafe-eval'";

    /** Stands for this request's nonce; left out when the page did not use it. */
    public static final String NONCE = "<CSP_NONCE_SENTINEL>";

    private static final List<String> ALONE = List.of("");
    private static final Csp EMPTY = new Csp(Map.of());

    private final Map<String, List<String>> directives;

    private Csp(Map<String, List<String>> directives) {
        this.directives = directives;
    }

    /** No policy: no header is sent. */
    public static Csp none() {
        return EMPTY;
    }

    /** With this directive; one without values stands alone, as {@code upgrade-insecure-requests}. */
    public Csp with(String directive, String... values) {
        return with(directive, values.length == 0 ? ALONE : List.of(values));
    }

    /**
     * With this directive, which is left out when there are no values; those of a set are sorted, so that the header is
     * always the same.
     */
    public Csp with(String directive, Collection<String> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>(directives);
        copy.put(directive, values instanceof Set ? values.stream().sorted().toList() : List.copyOf(values));
        return new Csp(copy);
    }

    /** Without this directive. */
    public Csp without(String directive) {
        Map<String, List<String>> copy = new LinkedHashMap<>(directives);
        copy.remove(directive);
        return new Csp(copy);
    }

    /** The directives in order. */
    public Map<String, List<String>> directives() {
        return Collections.unmodifiableMap(directives);
    }

    /** Whether there is no directive. */
    public boolean isEmpty() {
        return directives.isEmpty();
    }

    /** Whether a directive has a place for the nonce. */
    public boolean usesNonce() {
        return directives.values().stream().anyMatch(values -> values.contains(NONCE));
    }

    /** The header's value with this nonce, or without its places when it is null. */
    public String header(@Nullable String nonce) {
        StringBuilder out = new StringBuilder();
        directives.forEach((name, values) -> {
            boolean nothing = values.stream().allMatch(value -> value.equals(NONCE) && nonce == null);
            if (nothing) return;
            if (!out.isEmpty()) out.append("; ");
            out.append(name);
            for (String value : values) {
                if (value.isEmpty()) continue;
                if (!value.equals(NONCE)) out.append(' ').append(value);
                else if (nonce != null) out.append(" 'nonce-").append(nonce).append('\'');
            }
        });
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Csp that && that.directives.equals(directives);
    }

    @Override
    public int hashCode() {
        return directives.hashCode();
    }

    @Override
    public String toString() {
        return header(null);
    }
}
