package quintet.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cookies of a {@link Client}: name and value; what the server deletes is gone. */
public final class Cookies {
    private final Map<String, String> values = new LinkedHashMap<>();

    Cookies() {}

    /** The value of a cookie. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Sets a cookie for the next requests. */
    public void set(String name, String value) {
        values.put(name, value);
    }

    /** Takes a cookie away. */
    public void remove(String name) {
        values.remove(name);
    }

    /** Takes all away, as a new browser has none. */
    public void clear() {
        values.clear();
    }

    /** All names and values. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** The value of the Cookie header, empty without cookies. */
    String header() {
        StringBuilder out = new StringBuilder();
        values.forEach((name, value) -> {
            if (!out.isEmpty()) out.append("; ");
            out.append(name).append('=').append(value);
        });
        return out.toString();
    }

    /** Keeps or deletes what a Set-Cookie header says. */
    void take(String setCookie) {
        String[] parts = setCookie.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 0) return;
        String name = parts[0].substring(0, equals).trim();
        if (deletes(parts)) {
            values.remove(name);
        } else {
            values.put(name, parts[0].substring(equals + 1).trim());
        }
    }

    private static boolean deletes(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].trim();
            if (part.regionMatches(true, 0, "Max-Age=", 0, 8))
                return part.substring(8).trim().matches("0|-\\d+");
        }
        return false;
    }
}
