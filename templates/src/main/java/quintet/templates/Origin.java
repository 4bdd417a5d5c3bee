package quintet.templates;

import java.util.Objects;
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

    // by hand, as what a record makes for itself costs a first page milliseconds
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin o && name.equals(o.name) && Objects.equals(templateName, o.templateName);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Objects.hashCode(templateName);
    }

    @Override
    public String toString() {
        return name;
    }
}
