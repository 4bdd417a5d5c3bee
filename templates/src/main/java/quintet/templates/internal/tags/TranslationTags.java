package quintet.templates.internal.tags;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.Translations;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.text.PercentFormat;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** translate, blocktranslate and language. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class TranslationTags {
    private TranslationTags() {}

    /** Adds the tags. */
    public static void addTo(Library library) {
        library.tag("translate", TranslationTags::translate)
                .tag("trans", TranslationTags::translate)
                .tag("blocktranslate", TranslationTags::block)
                .tag("blocktrans", TranslationTags::block)
                .tag("language", TranslationTags::language);
    }

    /** Translates in the language of the render. */
    static String gettext(Context context, @Nullable String meaning, String message) {
        if (!context.engine().useI18n()) {
            return message;
        }
        return catalogs(context).translate(context.language(), meaning, message);
    }

    private static Catalogs catalogs(Context context) {
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

    private static String value(List<String> words, String tag, String option) {
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
            if (value == null || !Values.of(context).isText(value)) {
                return value;
            }
            String result = gettext(context, kind, value.toString().replace("%", "%%"));
            return value instanceof SafeString ? SafeString.of(result) : result;
        }
    }

    private static Node block(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String tag = words.removeFirst();
        BlockNode node = new BlockNode(tag);
        Set<String> seen = new HashSet<>();
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (seen.contains(option)) {
                throw Tags.error("The '" + option + "' option was specified more than once.");
            }
            node.option(parser, option, words);
            seen.add(option);
        }
        Token end = texts(parser, node.singular, token);
        if (node.counter != null) {
            if (!Chars.strip(end.contents()).equals("plural")) {
                throw Tags.error("'" + tag + "' doesn't allow other block tags inside it");
            }
            end = texts(parser, node.plural, end);
        }
        if (!Chars.strip(end.contents()).equals("end" + tag)) {
            throw Tags.error("'" + tag + "' doesn't allow other block tags (seen " + Values.repr(end.contents())
                    + ") inside it");
        }
        return node;
    }

    /** Collects texts and variables up to another token, which is returned. */
    private static Token texts(Parser parser, List<Token> into, Token before) {
        Token last = before;
        while (parser.hasNext()) {
            last = parser.next();
            if (last.kind() != Token.Kind.TEXT && last.kind() != Token.Kind.VARIABLE) {
                break;
            }
            into.add(last);
        }
        return last;
    }

    private static final class BlockNode extends Node {
        private final String tag;
        private final List<Token> singular = new ArrayList<>();
        private final List<Token> plural = new ArrayList<>();
        private Map<String, Expression> with = Map.of();
        private @Nullable String counterName;
        private @Nullable Expression counter;
        private @Nullable Expression meaning;
        private boolean trimmed;
        private @Nullable String variable;

        BlockNode(String tag) {
            this.tag = tag;
        }

        private void option(Parser parser, String option, List<String> words) {
            switch (option) {
                case "with" -> {
                    with = parser.keywordsOrAs(words);
                    if (with.isEmpty()) {
                        throw Tags.error("\"with\" in '" + tag + "' tag needs at least one keyword argument.");
                    }
                }
                case "count" -> {
                    Map<String, Expression> count = parser.keywordsOrAs(words);
                    if (count.size() != 1) {
                        throw Tags.error("\"count\" in '" + tag + "' tag expected exactly one keyword argument.");
                    }
                    counterName = count.keySet().iterator().next();
                    counter = count.get(counterName);
                }
                case "context" -> {
                    try {
                        meaning = parser.expression(words.removeFirst());
                    } catch (RuntimeException e) {
                        throw Tags.error("\"context\" in '" + tag + "' tag expected exactly one argument.");
                    }
                }
                case "trimmed" -> trimmed = true;
                case "asvar" -> variable = value(words, tag, "asvar");
                default -> throw Tags.error("Unknown argument for '" + tag + "' tag: " + Values.repr(option) + ".");
            }
        }

        @Override
        public void render(Context context, Output out) {
            String result = result(context, false);
            Tags.putOrWrite(variable, SafeString.of(result), context, out);
        }

        private String result(Context context, boolean untranslated) {
            Object meant = meaning == null ? null : meaning.resolve(context);
            String kind = meant == null || !Values.of(context).truth(meant) ? null : meant.toString();
            long mark = context.push();
            new Tags.Bindings(with).putInto(context);
            List<String> names = new ArrayList<>();
            String message = message(singular, names);
            if (counter != null && counterName != null) {
                Object count = counter.resolve(context);
                if (!(count instanceof Number) && !(count instanceof Boolean)) {
                    throw new TemplateSyntaxError(
                            Values.repr(counterName) + " argument to '" + tag + "' tag must be a number.");
                }
                context.put(counterName, count);
                message = choose(context, kind, message, message(plural, names), count, untranslated);
            } else if (!untranslated) {
                message = gettext(context, kind, message);
            }
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            for (String name : names) {
                data.put(name, shown(name, context));
            }
            context.pop(mark);
            String formatted = PercentFormat.fill(message, data);
            if (formatted != null) {
                return formatted;
            }
            if (untranslated) {
                throw new TemplateSyntaxError("'" + tag + "' is unable to format string returned by gettext: "
                        + Values.repr(message) + " using " + Values.of(context).reprOf(data));
            }
            return result(context, true);
        }

        private static String choose(
                Context context, @Nullable String kind, String one, String many, Object count, boolean untranslated) {
            boolean whole = !(count instanceof Double || count instanceof Float || count instanceof BigDecimal);
            double number = count instanceof Number n ? n.doubleValue() : (Boolean) count ? 1 : 0;
            if (untranslated || !context.engine().useI18n()) {
                return number == 1 ? one : many;
            }
            long n = whole || number == Math.rint(number) ? (long) number : number < 2 ? 0 : (long) number;
            return catalogs(context).translatePlural(context.language(), kind, one, many, n);
        }

        private String message(List<Token> tokens, List<String> names) {
            StringBuilder out = new StringBuilder();
            for (Token token : tokens) {
                if (token.kind() == Token.Kind.TEXT) {
                    out.append(token.contents().replace("%", "%%"));
                } else {
                    out.append("%(").append(token.contents()).append(")s");
                    names.add(token.contents());
                }
            }
            return trimmed ? trim(out.toString()) : out.toString();
        }

        private static String trim(String text) {
            StringBuilder out = new StringBuilder();
            for (String line : Chars.strip(text).split("\n", -1)) {
                String bare = Chars.strip(line);
                if (!bare.isEmpty()) {
                    out.append(out.isEmpty() ? "" : " ").append(bare);
                }
            }
            return out.toString();
        }

        private static CharSequence shown(String name, Context context) {
            Object value = context.lookup(name);
            if (value == Context.MISSING) {
                value = context.engine().stringIfInvalid().replace("%s", name);
            }
            return LogicTags.printed(value, context);
        }
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
