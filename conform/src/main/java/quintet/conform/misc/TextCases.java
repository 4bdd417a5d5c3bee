package quintet.conform.misc;

import static quintet.conform.misc.Answers.answer;
import static quintet.conform.misc.Answers.failure;
import static quintet.conform.misc.Answers.list;
import static quintet.conform.misc.Answers.number;
import static quintet.conform.misc.Answers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;
import quintet.core.SuspiciousOperation;
import quintet.templates.Engine;
import quintet.templates.FragmentCache;
import quintet.templates.SafeString;
import quintet.templates.Text;

/** Cases about texts alone. */
final class TextCases {
    private static final Engine ENGINE = Engine.builder().build();

    private TextCases() {}

    static void addTo(MiscKind kind) {
        Set<String> input = Set.of("input");
        kind.add(
                "slugify",
                input,
                line -> answer(
                        "ascii",
                        Text.slugify(text(line, "input")),
                        "unicode",
                        Text.slugifyUnicode(text(line, "input"))));
        kind.add("get_valid_filename", input, TextCases::fileName);
        kind.add("camel_case_to_spaces", input, line -> answer("result", Text.camelCaseToSpaces(text(line, "input"))));
        kind.add("smart_split", input, line -> answer("result", Text.smartSplit(text(line, "input"))));
        kind.add("normalize_newlines", input, line -> answer("result", Text.normalizeNewlines(text(line, "input"))));
        kind.add("smart_urlquote", input, line -> answer("result", Text.quoteUrl(text(line, "input"))));
        kind.add("get_text_list", Set.of("list"), TextCases::textList);
        kind.add(
                "wordwrap",
                Set.of("input", "width"),
                line -> answer("result", Text.wrap(text(line, "input"), number(line, "width"))));
        kind.add("truncator", Set.of("input", "n"), TextCases::truncate);
        kind.add("html_escape", input, TextCases::escape);
        kind.add("urlize", input, TextCases::urlize);
        kind.add("format_html", Set.of("format", "args", "kwargs"), TextCases::formatHtml);
        kind.add("format_html_join", Set.of("sep", "format", "rows"), TextCases::formatHtmlJoin);
        kind.add("make_template_fragment_key", Set.of("fragment", "vary_on"), TextCases::fragmentKey);
    }

    private static Map<String, @Nullable Object> fileName(Map<String, @Nullable Object> line) {
        try {
            return answer("result", Text.fileName(text(line, "input")));
        } catch (SuspiciousOperation e) {
            return failure("SuspiciousFileOperation", e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> textList(Map<String, @Nullable Object> line) {
        List<String> items =
                list(line.get("list")).stream().map(String::valueOf).toList();
        return answer("result", Text.list(items, "or"), "result_and", Text.list(items, "and"));
    }

    private static Map<String, @Nullable Object> truncate(Map<String, @Nullable Object> line) {
        String input = text(line, "input");
        int n = number(line, "n");
        return answer(
                "chars",
                Text.truncateChars(input, n, null),
                "words",
                Text.truncateWords(input, n, null),
                "chars_html",
                answer("result", Text.truncateHtmlChars(input, n, null)),
                "words_html",
                answer("result", Text.truncateHtmlWords(input, n, null)),
                "words_trunc",
                Text.truncateWords(input, n, " [more]"));
    }

    private static Map<String, @Nullable Object> escape(Map<String, @Nullable Object> line) {
        String input = text(line, "input");
        return answer(
                "escape",
                Html.escape(input),
                "escapejs",
                Text.escapeJs(input).toString(),
                "strip_tags",
                Text.stripTags(input),
                "json_script",
                ENGINE.from("{{ v|json_script:i }}").render(Map.of("v", input, "i", "i<d")));
    }

    private static Map<String, @Nullable Object> urlize(Map<String, @Nullable Object> line) {
        String input = text(line, "input");
        // without autoescape the text counts as HTML, entities and all
        return answer(
                "plain",
                Text.urlize(SafeString.of(input), null, false).toString(),
                "nofollow_trim",
                Text.urlize(SafeString.of(input), 15, true).toString(),
                "autoescape",
                Text.urlize(input, null, false).toString());
    }

    private static Map<String, @Nullable Object> formatHtml(Map<String, @Nullable Object> line) {
        try {
            BracePattern pattern = BracePattern.of(text(line, "format"));
            return answer(
                    "result",
                    pattern.fill(list(line.get("args")), Answers.map(line.get("kwargs")))
                            .toString());
        } catch (BracePattern.Failure e) {
            return failure(e.type(), e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> formatHtmlJoin(Map<String, @Nullable Object> line) {
        BracePattern pattern = BracePattern.of(text(line, "format"));
        List<SafeString> rows = new ArrayList<>();
        for (Object row : list(line.get("rows"))) {
            rows.add(pattern.fill(
                    row instanceof List<?> ? list(row) : List.of(),
                    row instanceof Map<?, ?> named ? Answers.map(named) : Map.of()));
        }
        return answer("result", SafeString.join(text(line, "sep"), rows).toString());
    }

    private static Map<String, @Nullable Object> fragmentKey(Map<String, @Nullable Object> line) {
        List<String> vary =
                list(line.get("vary_on")).stream().map(String::valueOf).toList();
        return answer("key", FragmentCache.key(text(line, "fragment"), vary));
    }
}
