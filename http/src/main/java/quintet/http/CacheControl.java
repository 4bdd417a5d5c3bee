package quintet.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import quintet.http.internal.Delimited;

/**
 * Directives of the Cache-Control header: {@code CacheControl.none().maxAge(Duration.ofMinutes(5)).isPublic()}. {@link #on}
 * puts them into a response, together with those that are there. Immutable.
 */
public final class CacheControl {
    private static final CacheControl NONE = new CacheControl(Map.of());

    /** The value of a directive that stands alone. */
    private static final String ALONE = "";

    private final Map<String, String> directives;

    private CacheControl(Map<String, String> directives) {
        this.directives = directives;
    }

    /** No directives. */
    public static CacheControl none() {
        return NONE;
    }

    /** With {@code max-age} in whole seconds; a smaller one of the response stays. */
    public CacheControl maxAge(Duration age) {
        return with("max-age", Long.toString(age.toSeconds()));
    }

    /** With {@code s-maxage}, for shared caches. */
    public CacheControl sharedMaxAge(Duration age) {
        return with("s-maxage", Long.toString(age.toSeconds()));
    }

    /** With {@code public}, instead of {@code private}. */
    public CacheControl isPublic() {
        return with("public");
    }

    /** With {@code private}, instead of {@code public}. */
    public CacheControl isPrivate() {
        return with("private");
    }

    /** With {@code no-cache}. */
    public CacheControl noCache() {
        return with("no-cache");
    }

    /** With {@code no-store}. */
    public CacheControl noStore() {
        return with("no-store");
    }

    /** With {@code must-revalidate}. */
    public CacheControl mustRevalidate() {
        return with("must-revalidate");
    }

    /** With a directive that stands alone. */
    public CacheControl with(String directive) {
        return with(directive, ALONE);
    }

    /** With a directive and its value. */
    public CacheControl with(String directive, String value) {
        Map<String, String> copy = new LinkedHashMap<>(directives);
        copy.put(directive, value);
        return new CacheControl(Collections.unmodifiableMap(copy));
    }

    /** The response with these directives too (patch_cache_control). */
    public Response on(Response response) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        String header = response.headers().get("Cache-Control", "");
        for (String field : Delimited.split(header)) {
            int equals = field.indexOf('=');
            String name = Delimited.lower(equals < 0 ? field : field.substring(0, equals));
            if (!field.isEmpty()) put(all, name, equals < 0 ? ALONE : field.substring(equals + 1));
        }
        if (directives.containsKey("public")) all.remove("private");
        else if (directives.containsKey("private")) all.remove("public");
        directives.forEach(
                (name, value) -> put(all, name, name.equals("max-age") ? least(all.get(name), value) : value));
        StringJoiner out = new StringJoiner(", ");
        all.forEach((name, values) -> {
            if (values.contains(ALONE)) out.add(name);
            else values.forEach(value -> out.add(name + "=" + value));
        });
        return response.header("Cache-Control", out.toString());
    }

    private static void put(Map<String, Set<String>> all, String name, String value) {
        if (!name.equals("no-cache")) all.remove(name, Set.of());
        Set<String> values =
                name.equals("no-cache") ? all.getOrDefault(name, new LinkedHashSet<>()) : new LinkedHashSet<>();
        values.add(value);
        all.put(name, values);
    }

    private static String least(@org.jspecify.annotations.Nullable Set<String> before, String value) {
        try {
            if (before == null) return value;
            return Long.toString(Math.min(Long.parseLong(before.iterator().next()), Long.parseLong(value)));
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** The max-age of a response in seconds (get_max_age). */
    public static OptionalLong maxAgeOf(Response response) {
        for (String field :
                Delimited.split(response.headers().get("Cache-Control", "")).reversed()) {
            int equals = field.indexOf('=');
            if (equals < 0 || !Delimited.lower(field.substring(0, equals)).equals("max-age")) continue;
            try {
                return OptionalLong.of(
                        Long.parseLong(field.substring(equals + 1).strip()));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** The response with Expires and max-age, so that caches keep it this long (patch_response_headers). */
    public static Response expiring(Response response, Duration time, Clock clock) {
        Duration kept = time.isNegative() ? Duration.ZERO : time;
        return none().maxAge(kept)
                .on(response.headerDefault(
                        "Expires", HttpDates.format(clock.instant().plus(kept))));
    }

    /** The response with headers that forbid all caching (add_never_cache_headers). */
    public static Response never(Response response, Clock clock) {
        return none().noCache().noStore().mustRevalidate().isPrivate().on(expiring(response, Duration.ZERO, clock));
    }

    /** The response with these names in its Vary header too (patch_vary_headers). */
    public static Response varying(Response response, String... names) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (String name : Delimited.split(response.headers().get("Vary", ""))) {
            if (!name.isEmpty() && known.add(Delimited.lower(name))) all.add(name);
        }
        for (String name : names) {
            if (known.add(Delimited.lower(name))) all.add(name);
        }
        return response.header("Vary", all.contains("*") ? "*" : String.join(", ", all));
    }
}
