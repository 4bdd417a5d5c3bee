package quintet.templates.internal.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;
import quintet.templates.Context;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.internal.text.JsText;
import quintet.templates.internal.text.StripTags;
import quintet.templates.internal.text.Texts;
import quintet.templates.internal.text.Urlizer;

/** Filters that escape text or make HTML of it. */
public final class HtmlFilters {
    private HtmlFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "escape" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> SafeString.escape(v))
                                .noArgument()
                                .safe()
                                .onText());
            case "force_escape" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> SafeString.of(Html.escape(TextFilters.string(v))))
                                .noArgument()
                                .safe()
                                .onText());
            case "escapejs" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> SafeString.of(JsText.escape(TextFilters.string(v))))
                                .noArgument()
                                .onText());
            case "safe" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> SafeString.of(TextFilters.string(v)))
                                .noArgument()
                                .safe()
                                .onText());
            case "striptags" ->
                library.filter(name, TextFilters.text(StripTags::strip).safe());
            case "linebreaks" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> paragraphs(v, escapes(v, c)))
                                .noArgument()
                                .safe()
                                .onText());
            case "linebreaksbr" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> breaks(v, escapes(v, c)))
                                .noArgument()
                                .safe()
                                .onText());
            case "linenumbers" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> numbered(v, escapes(v, c)))
                                .noArgument()
                                .safe()
                                .onText());
            case "urlize" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> urlize(v, c, null))
                                .noArgument()
                                .safe()
                                .onText());
            case "urlizetrunc" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> urlize(v, c, TextFilters.integer(a, c)))
                                .safe()
                                .onText());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static boolean escapes(@Nullable Object value, Context context) {
        return context.autoescape() && !(value instanceof SafeString);
    }

    private static SafeString paragraphs(@Nullable Object value, boolean escape) {
        List<String> out = new ArrayList<>();
        for (String part : Texts.normalizeNewlines(TextFilters.string(value)).split("\n{2,}", -1)) {
            String text = escape ? Html.escape(part) : part;
            out.add("<p>" + text.replace("\n", "<br>") + "</p>");
        }
        return SafeString.of(String.join("\n\n", out));
    }

    private static SafeString breaks(@Nullable Object value, boolean escape) {
        String text = Texts.normalizeNewlines(TextFilters.string(value));
        return SafeString.of((escape ? Html.escape(text) : text).replace("\n", "<br>"));
    }

    private static SafeString numbered(@Nullable Object value, boolean escape) {
        String[] lines = TextFilters.string(value).split("\n", -1);
        int width = Integer.toString(lines.length).length();
        for (int i = 0; i < lines.length; i++) {
            String text = escape ? Html.escape(lines[i]) : lines[i];
            lines[i] = String.format(Locale.ROOT, "%0" + width + "d. ", i + 1) + text;
        }
        return SafeString.of(String.join("\n", lines));
    }

    private static SafeString urlize(@Nullable Object value, Context context, @Nullable Integer limit) {
        return SafeString.of(Urlizer.urlize(
                TextFilters.string(value), value instanceof SafeString, context.autoescape(), limit, true));
    }
}
