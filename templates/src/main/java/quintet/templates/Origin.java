package quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * Where a template came from.
 *
 * @param name the place: a path, a resource, or {@code <unknown source>} for a template made from a text
 * @param templateName the name it was asked for, or null for a template made from a text
 */
public record Origin(String name, @Nullable String templateName) {
    /** The place of a template made from a text. */
    public static final String UNKNOWN = "<unknown source>";

    @Override
    public String toString() {
        return name;
    }
}
