package quintet.templates.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Library;
import quintet.templates.NodeList;
import quintet.templates.Template;

/** The libraries every engine has. */
public final class Standard {
    /** Where a template keeps its partials. */
    public static final String PARTIALS = "partials";

    private Standard() {}

    /** Tags and filters known without loading. */
    public static List<Library> builtins() {
        return List.of();
    }

    /** Libraries for the load tag. */
    public static Map<String, Library> libraries() {
        return new LinkedHashMap<>();
    }

    /** The content of a partial, or null. */
    public static @Nullable NodeList partial(Template template, String name) {
        return template.extraData().get(PARTIALS) instanceof Map<?, ?> all && all.get(name) instanceof NodeList nodes
                ? nodes
                : null;
    }
}
