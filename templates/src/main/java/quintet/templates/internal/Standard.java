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

    private static Library of(Part... parts) {
        Library library = new Library();
        for (Part part : parts) {
            library.later(part.names(), part);
        }
        return library;
    }

    /** Tags and filters known without loading. */
    public static List<Library> builtins() {
        return List.of(
                of(Part.LOGIC_TAGS, Part.LOOP_TAGS, Part.TEXT_TAGS, Part.URL_TAGS, Part.BLOCK_TAGS),
                of(
                        Part.TEXT_FILTERS,
                        Part.HTML_FILTERS,
                        Part.LIST_FILTERS,
                        Part.NUMBER_FILTERS,
                        Part.DATE_FILTERS,
                        Part.LOGIC_FILTERS));
    }

    /** Libraries for the load tag. */
    public static Map<String, Library> libraries() {
        Map<String, Library> out = new LinkedHashMap<>();
        out.put("cache", of(Part.CACHE));
        out.put("humanize", of(Part.HUMANIZE));
        out.put("i18n", of(Part.TRANSLATION, Part.LANGUAGE));
        out.put("l10n", of(Part.FORMATS));
        out.put("static", of(Part.STATIC_FILES));
        out.put("tz", of(Part.ZONES));
        return out;
    }

    /** The content of a partial, or null. */
    public static @Nullable NodeList partial(Template template, String name) {
        return template.extraData().get(PARTIALS) instanceof Map<?, ?> all && all.get(name) instanceof NodeList nodes
                ? nodes
                : null;
    }
}
