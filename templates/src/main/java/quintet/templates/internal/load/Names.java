package quintet.templates.internal.load;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import quintet.templates.TemplateSyntaxError;

/** Template names relative to the template they stand in. */
public final class Names {
    private Names() {}

    /**
     * The full name for one that starts with {@code ./} or {@code ../}; others stay, quotes stay.
     *
     * @param from the template the name stands in, or null if it has no name
     * @param name the name, perhaps quoted
     * @param allowSelf whether it may lead to that template itself
     */
    public static String relative(@Nullable String from, String name, boolean allowSelf) {
        String bare = strip(name);
        if (!bare.startsWith("./") && !bare.startsWith("../")) {
            return name;
        }
        if (from == null) {
            throw new TemplateSyntaxError(
                    "The relative path " + name + " cannot be evaluated due to an unknown template origin.");
        }
        String base = from.startsWith("/") ? from.replaceFirst("^/+", "") : from;
        int slash = base.lastIndexOf('/');
        String full = normalize((slash < 0 ? "" : base.substring(0, slash + 1)) + bare);
        if (full.startsWith("../")) {
            throw new TemplateSyntaxError("The relative path '" + name
                    + "' points outside the file hierarchy that template '" + from + "' is in.");
        }
        if (!allowSelf && full.equals(base)) {
            throw new TemplateSyntaxError("The relative path '" + name + "' was translated to template name '" + from
                    + "', the same template in which the tag appears.");
        }
        char first = name.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && name.charAt(name.length() - 1) == first;
        return quoted ? '"' + full + '"' : full;
    }

    private static String strip(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '"' || name.charAt(start) == '\'')) {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '"' || name.charAt(end - 1) == '\'')) {
            end--;
        }
        return name.substring(start, end);
    }

    private static String normalize(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }
}
