package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.http.UrlConf;

/**
 * The route that somebody probably meant.
 *
 * @param pattern its pattern
 * @param name its name; null if it has none
 * @param url a path that it answers; null if the path's form is right and a value in it is not
 * @param reason a sentence
 */
record NearestRoute(
        String pattern, @Nullable String name, @Nullable String url, String reason) {

    /** How far a path is from a route: the fewer edits the better. */
    private record Candidate(UrlConf.Mounted route, String path, int edits, String refused) {}

    /** The nearest route for a path that none matched, if one is near. */
    static Optional<NearestRoute> find(UrlConf urls, String pathInfo) {
        Candidate best = null;
        for (UrlConf.Mounted route : urls.routes()) {
            if (isPlain(route)) {
                Candidate candidate = compare(route, pathInfo);
                if (candidate != null && (best == null || candidate.edits() < best.edits())) {
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best).map(found -> describe(urls, found, pathInfo));
    }

    private static boolean isPlain(UrlConf.Mounted route) {
        return !route.route().isRegex()
                && !route.pattern().contains("(?P<")
                && !route.pattern().startsWith("^");
    }

    private static NearestRoute describe(UrlConf urls, Candidate found, String pathInfo) {
        String pattern = found.route().pattern();
        String name = found.route().name();
        boolean answers = urls.find(found.path())
                .filter(match -> match.pattern().equals(pattern))
                .isPresent();
        if (!answers) {
            return new NearestRoute(
                    pattern,
                    name,
                    null,
                    found.refused().isEmpty()
                            ? "Its form is the same, but a value is not what the route takes."
                            : "Its form is the same, but the route does not take " + found.refused() + ".");
        }
        String reason;
        if (found.path().equals(pathInfo + "/")) {
            reason = "The slash at the end is missing.";
        } else if (pathInfo.equals(found.path() + "/")) {
            reason = "The route has no slash at its end.";
        } else if (found.path().equalsIgnoreCase(pathInfo)) {
            reason = "Capital and small letters differ.";
        } else {
            reason = "Did you mean " + found.path() + "?";
        }
        return new NearestRoute(pattern, name, found.path(), reason);
    }

    private static @Nullable Candidate compare(UrlConf.Mounted route, String pathInfo) {
        List<String> wanted = split("/" + route.pattern());
        List<String> given = split(pathInfo);
        boolean slash = route.pattern().endsWith("/") || route.pattern().isEmpty();
        if (wanted.size() != given.size() || wanted.isEmpty()) {
            return null;
        }
        int edits = pathInfo.endsWith("/") == slash ? 0 : 1;
        List<String> path = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.indexOf('<') >= 0) {
                refused.add("'" + given.get(i) + "' as " + part);
                path.add(given.get(i));
                continue;
            }
            int distance = distance(part.toLowerCase(Locale.ROOT), given.get(i).toLowerCase(Locale.ROOT));
            if (distance > Math.max(1, part.length() / 3)) {
                return null;
            }
            edits += 2 * distance + (distance == 0 && !part.equals(given.get(i)) ? 1 : 0);
            path.add(part);
        }
        boolean onlyPlaces = refused.size() == wanted.size();
        if (onlyPlaces && wanted.size() > 1) {
            return null;
        }
        return new Candidate(
                route,
                "/" + String.join("/", path) + (slash ? "/" : ""),
                edits + refused.size(),
                String.join(", ", refused));
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part.length() > 100 ? part.substring(0, 100) : part);
            }
        }
        return parts;
    }

    /** Single letters inserted, deleted or replaced. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
