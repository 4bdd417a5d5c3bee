package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Languages;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.Tuple;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.values.Values;

/** Tags and filters about languages themselves. */
public final class LanguageTags {
    private LanguageTags() {}

    /** Adds the tags and filters. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "get_available_languages" -> library.tag(name, (p, t) -> variable(t, LanguageTags::available));
            case "get_current_language" -> library.tag(name, (p, t) -> variable(t, Context::language));
            case "get_current_language_bidi" -> library.tag(name, (p, t) -> variable(t, LanguageTags::currentBidi));
            case "get_language_info" -> library.tag(name, LanguageTags::info);
            case "get_language_info_list" -> library.tag(name, LanguageTags::infoList);
            case "language_name" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> language(v, c).name())
                                .noArgument()
                                .onText());
            case "language_name_local" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> language(v, c).localName())
                                .noArgument()
                                .onText());
            case "language_bidi" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> language(v, c).bidi())
                                .noArgument()
                                .onText());
            case "language_name_translated" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> TranslationTags.gettext(
                                        c, null, language(v, c).name()))
                                .noArgument()
                                .onText());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Languages.Info language(@Nullable Object code, Context context) {
        try {
            return Languages.info(Values.text(code, context).toString());
        } catch (IllegalArgumentException e) {
            throw new EvaluationError(EvaluationError.Kind.KEY, String.valueOf(e.getMessage()));
        }
    }

    /** What a tag stores. */
    private interface Source {
        @Nullable
        Object get(Context context);
    }

    private static Node variable(Token token, Source source) {
        List<String> words = Chars.words(token.contents());
        if (words.size() != 3 || !words.get(1).equals("as")) {
            throw Tags.error("'" + words.getFirst() + "' requires 'as variable' (got " + Tags.repr(words) + ")");
        }
        String name = words.get(2);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                context.put(name, source.get(context));
            }
        };
    }

    private static Object available(Context context) {
        List<Object> out = new ArrayList<>();
        context.engine()
                .languages()
                .forEach((code, name) -> out.add(Tuple.of(code, TranslationTags.gettext(context, null, name))));
        return out;
    }

    private static Object currentBidi(Context context) {
        String language = context.language();
        return language != null && Languages.isBidi(language);
    }

    private static Node info(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 5 || !words.get(1).equals("for") || !words.get(3).equals("as")) {
            throw Tags.error("'" + words.getFirst() + "' requires 'for string as variable' (got "
                    + Tags.repr(words.subList(1, words.size())) + ")");
        }
        Expression code = parser.expression(words.get(2));
        String name = words.get(4);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                context.put(name, describe(code.resolve(context), context));
            }
        };
    }

    private static Node infoList(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 5 || !words.get(1).equals("for") || !words.get(3).equals("as")) {
            throw Tags.error("'" + words.getFirst() + "' requires 'for sequence as variable' (got "
                    + Tags.repr(words.subList(1, words.size())) + ")");
        }
        Expression codes = parser.expression(words.get(2));
        String name = words.get(4);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                Values values = Values.of(context);
                List<Object> all = new ArrayList<>();
                for (Object each : values.list(codes.resolve(context))) {
                    // a list of codes, or of pairs of code and name
                    boolean text = values.isText(each);
                    all.add(describe(text || each == null ? each : values.index(each, 0), context));
                }
                context.put(name, all);
            }
        };
    }

    private static Map<String, Object> describe(@Nullable Object code, Context context) {
        Languages.Info info = language(code, context);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("bidi", info.bidi());
        out.put("code", info.code());
        out.put("name", info.name());
        out.put("name_local", info.localName());
        out.put("name_translated", TranslationTags.gettext(context, null, info.name()));
        return out;
    }
}
