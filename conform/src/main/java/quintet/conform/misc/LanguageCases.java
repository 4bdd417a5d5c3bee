package quintet.conform.misc;

import static quintet.conform.misc.Answers.answer;
import static quintet.conform.misc.Answers.failure;
import static quintet.conform.misc.Answers.list;
import static quintet.conform.misc.Answers.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.LanguageChoice;
import quintet.core.Languages;

/** Cases about the choice of a language. */
final class LanguageCases {
    private static final LanguageChoice SITE =
            LanguageChoice.of(List.of("en", "de", "fr", "pt-br", "zh-hans", "zh-hant", "es", "es-ar"), "en-us");

    private LanguageCases() {}

    static void addTo(MiscKind kind) {
        kind.add("accept_language", Set.of("header", "languages", "default"), LanguageCases::accept);
        kind.add("language_from_path", Set.of("path"), line -> answer("chosen", SITE.fromPath(text(line, "path"))));
        kind.add(
                "to_locale",
                Set.of("language"),
                line -> answer(
                        "locale",
                        Catalogs.locale(text(line, "language")),
                        "bidi",
                        answer("result", Languages.isBidi(text(line, "language")))));
        kind.add(
                "get_supported_language_variant",
                Set.of("code"),
                line -> answer(
                        "loose", variant(text(line, "code"), false), "strict", variant(text(line, "code"), true)));
    }

    private static Map<String, @Nullable Object> variant(String code, boolean strict) {
        String found = SITE.variant(code, strict);
        return found == null ? failure("LookupError", code) : answer("result", found);
    }

    private static Map<String, @Nullable Object> accept(Map<String, @Nullable Object> line) {
        List<String> languages =
                list(line.get("languages")).stream().map(String::valueOf).toList();
        LanguageChoice choice = LanguageChoice.of(languages, text(line, "default"));
        String header = text(line, "header");
        List<Object> parsed = LanguageChoice.parse(header).stream()
                .<Object>map(a -> Map.of("$tuple", List.of(a.code(), Map.of("$float", Double.toString(a.quality())))))
                .toList();
        return answer(
                "parsed",
                parsed,
                "chosen",
                choice.choose(null, header),
                "chosen_with_cookie_de",
                choice.choose("de", header));
    }
}
