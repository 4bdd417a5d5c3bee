package quintet.dev.internal.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;

/**
 * Lets the refreshing script through a page's content security policy: with the page's own nonce, else with {@code 'self'}
 * where the policy allows less. Nothing else of the policy changes.
 */
final class ContentPolicy {
    private static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    /** The nonce that the policy asks of scripts; empty for none. */
    static String nonce(Headers headers) {
        for (String policy : headers.all(HEADER)) {
            Map<String, List<String>> directives = parse(policy);
            for (String source : effective(directives, "script-src-elem", "script-src", "default-src")) {
                if (source.startsWith("'nonce-") && source.endsWith("'")) {
                    return source.substring("'nonce-".length(), source.length() - 1);
                }
            }
        }
        return "";
    }

    /** The headers with policies that let the script run and hear of news. */
    static Headers allow(Headers headers) {
        List<String> policies = headers.all(HEADER);
        if (policies.isEmpty()) {
            return headers;
        }
        Headers.Builder builder = headers.toBuilder().remove(HEADER);
        policies.forEach(policy -> builder.add(HEADER, allow(policy)));
        return builder.build();
    }

    /** One policy, likewise. */
    static String allow(String policy) {
        Map<String, List<String>> directives = parse(policy);
        boolean script = permit(directives, "script-src-elem", "script-src", "default-src");
        boolean connect = permit(directives, "connect-src", "default-src");
        if (!script && !connect) {
            return policy;
        }
        List<String> parts = new ArrayList<>();
        directives.forEach(
                (name, sources) -> parts.add(sources.isEmpty() ? name : name + " " + String.join(" ", sources)));
        return String.join("; ", parts);
    }

    /** Adds 'self' to the directive that counts; true when something changed. */
    private static boolean permit(Map<String, List<String>> directives, String... names) {
        String deciding = deciding(directives, names);
        if (deciding == null) {
            return false;
        }
        List<String> sources = directives.getOrDefault(deciding, List.of());
        boolean script = names.length > 2;
        if (sources.contains("'self'") || sources.contains("*") || script && hasNonce(sources)) {
            return false;
        }
        List<String> more = new ArrayList<>(sources);
        more.remove("'none'");
        more.add("'self'");
        // What the default decides gets a directive of its own, so that the default stays for all else.
        directives.put(deciding.equals("default-src") ? names[names.length - 2] : deciding, more);
        return true;
    }

    private static boolean hasNonce(List<String> sources) {
        return sources.stream().anyMatch(source -> source.startsWith("'nonce-"));
    }

    private static List<String> effective(Map<String, List<String>> directives, String... names) {
        String deciding = deciding(directives, names);
        return deciding == null ? List.of() : directives.getOrDefault(deciding, List.of());
    }

    private static @Nullable String deciding(Map<String, List<String>> directives, String... names) {
        for (String name : names) {
            if (directives.containsKey(name)) {
                return name;
            }
        }
        return null;
    }

    private static Map<String, List<String>> parse(String policy) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String part : policy.split(";")) {
            List<String> words = List.of(part.strip().split("\\s+"));
            if (!words.getFirst().isEmpty()) {
                directives.putIfAbsent(
                        words.getFirst().toLowerCase(Locale.ROOT), new ArrayList<>(words.subList(1, words.size())));
            }
        }
        return directives;
    }
}
