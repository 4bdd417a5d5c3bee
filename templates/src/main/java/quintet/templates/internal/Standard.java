package quintet.templates.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.templates.Library;
import quintet.templates.NodeList;
import quintet.templates.Template;
import quintet.templates.internal.filters.DateFilters;
import quintet.templates.internal.filters.HtmlFilters;
import quintet.templates.internal.filters.Humanize;
import quintet.templates.internal.filters.ListFilters;
import quintet.templates.internal.filters.LogicFilters;
import quintet.templates.internal.filters.NumberFilters;
import quintet.templates.internal.filters.TextFilters;
import quintet.templates.internal.tags.BlockTags;
import quintet.templates.internal.tags.CacheTag;
import quintet.templates.internal.tags.FormatTags;
import quintet.templates.internal.tags.LanguageTags;
import quintet.templates.internal.tags.LogicTags;
import quintet.templates.internal.tags.LoopTags;
import quintet.templates.internal.tags.TextTags;
import quintet.templates.internal.tags.TranslationTags;
import quintet.templates.internal.tags.UrlTags;

/** The libraries every engine has. */
public final class Standard {
    /** Where a template keeps its partials. */
    public static final String PARTIALS = "partials";

    private Standard() {}

    private static Library filled(List<Consumer<Library>> parts) {
        Library library = new Library();
        parts.forEach(p -> p.accept(library));
        return library;
    }

    /** Tags and filters known without loading. */
    public static List<Library> builtins() {
        return List.of(
                filled(List.of(LogicTags::addTo, LoopTags::addTo, TextTags::addTo, UrlTags::addTo, BlockTags::addTo)),
                filled(List.of(
                        TextFilters::addTo,
                        HtmlFilters::addTo,
                        ListFilters::addTo,
                        NumberFilters::addTo,
                        DateFilters::addTo,
                        LogicFilters::addTo)));
    }

    /** Libraries for the load tag. */
    public static Map<String, Library> libraries() {
        Map<String, Library> out = new LinkedHashMap<>();
        out.put("cache", filled(List.of(CacheTag::addTo)));
        out.put("humanize", filled(List.of(Humanize::addTo)));
        out.put("i18n", filled(List.of(TranslationTags::addTo, LanguageTags::addTo)));
        out.put("l10n", filled(List.of(FormatTags::addFormats)));
        out.put("static", filled(List.of(UrlTags::addStatic)));
        out.put("tz", filled(List.of(FormatTags::addZones)));
        return out;
    }

    /** The content of a partial, or null. */
    public static @Nullable NodeList partial(Template template, String name) {
        return template.extraData().get(PARTIALS) instanceof Map<?, ?> all && all.get(name) instanceof NodeList nodes
                ? nodes
                : null;
    }
}
