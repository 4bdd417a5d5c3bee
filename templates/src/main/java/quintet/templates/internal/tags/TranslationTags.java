package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.Translations;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.Token;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** translate, blocktranslate and language. */
public final class TranslationTags {
    private TranslationTags() {}

    /** Adds a tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "translate", "trans" -> library.tag(name, TranslationTags::translate);
            case "blocktranslate", "blocktrans" -> library.tag(name, BlockTranslateTag::compile);
            case "language" -> library.tag(name, TranslationTags::language);
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Translates in the language of the render. */
    static String gettext(Context context, @Nullable String meaning, String message) {
        if (!context.engine().useI18n()) {
            return message;
        }
        return catalogs(context).translate(context.language(), meaning, message);
    }

    static Catalogs catalogs(Context context) {
        Catalogs own = context.engine().catalogs();
        return own == null ? Translations.catalogs() : own;
    }

    private static Node translate(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String tag = words.removeFirst();
        if (words.isEmpty()) {
            throw Tags.error("'" + tag + "' takes at least one argument");
        }
        FilterExpression message = (FilterExpression) parser.expression(words.removeFirst());
        boolean noop = false;
        String variable = null;
        Expression meaning = null;
        Set<String> seen = new HashSet<>();
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (seen.contains(option)) {
                throw Tags.error("The '" + option + "' option was specified more than once.");
            }
            switch (option) {
                case "noop" -> noop = true;
                case "context" -> {
                    String value = value(words, tag, "context");
                    if (value.equals("as") || value.equals("noop")) {
                        throw Tags.error("Invalid argument '" + value + "' provided to the '" + tag
                                + "' tag for the context option");
                    }
                    meaning = parser.expression(value);
                }
                case "as" -> variable = value(words, tag, "as");
                default ->
                    throw Tags.error("Unknown argument for '" + tag + "' tag: '" + option
                            + "'. The only options available are 'noop', 'context' \"xxx\", and 'as VAR'.");
            }
            seen.add(option);
        }
        return new TranslateNode(message, noop, meaning, variable);
    }

    static String value(List<String> words, String tag, String option) {
        if (words.isEmpty()) {
            throw Tags.error("No argument provided to the '" + tag + "' tag for the " + option + " option.");
        }
        return words.removeFirst();
    }

    private static final class TranslateNode extends Node {
        private final FilterExpression message;
        private final boolean noop;
        private final @Nullable Expression meaning;
        private final @Nullable String variable;

        TranslateNode(FilterExpression message, boolean noop, @Nullable Expression meaning, @Nullable String variable) {
            this.message = message;
            this.noop = noop;
            this.meaning = meaning;
            this.variable = variable;
        }

        @Override
        public void render(Context context, Output out) {
            Object meant = meaning == null ? null : meaning.resolve(context);
            String kind = meant == null ? null : Values.text(meant, context).toString();
            Object found = message.resolve(context, v -> noop ? v : translated(v, kind, context));
            CharSequence text = LogicTags.printed(found, context);
            String plain = text.toString().replace("%%", "%");
            Tags.putOrWrite(variable, text instanceof SafeString ? SafeString.of(plain) : plain, context, out);
        }

        private static @Nullable Object translated(@Nullable Object value, @Nullable String kind, Context context) {
            Values values = Values.of(context);
            if (value == null || !values.isText(value)) {
                return untranslated(value, values);
            }
            String result = gettext(context, kind, value.toString().replace("%", "%%"));
            return value instanceof SafeString ? SafeString.of(result) : result;
        }
    }

    /** An object of Java stands for itself; what Python has too is a mistake there. */
    private static Object untranslated(@Nullable Object value, Values values) {
        if (value == null || values.kind(value) != Kind.OBJECT) {
            throw new EvaluationError(
                    EvaluationError.Kind.ATTRIBUTE,
                    "'" + values.typeName(value) + "' object has no attribute 'replace'");
        }
        return value;
    }

    private static Node language(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 2) {
            throw Tags.error("'" + words.getFirst() + "' takes one argument (language)");
        }
        Expression language = parser.expression(words.get(1));
        NodeList body = parser.parse("endlanguage");
        parser.skip();
        return new TextTags.Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                Object value = language.resolve(context);
                String code = value == null ? null : Values.text(value, context).toString();
                String before = context.language();
                context.language(code);
                try {
                    Translations.withLanguage(code, () -> {
                        body.render(context, out);
                        return "";
                    });
                } finally {
                    context.language(before);
                }
            }
        };
    }

    /** The text of a value as the localize filter gives it. */
    static CharSequence localized(@Nullable Object value, Context context, boolean on) {
        CharSequence text = Render.localize(value, context, on);
        return text == null ? Values.text(value, context) : text;
    }
}
