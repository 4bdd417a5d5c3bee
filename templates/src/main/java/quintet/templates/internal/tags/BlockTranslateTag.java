package quintet.templates.internal.tags;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.text.PercentFormat;
import quintet.templates.internal.values.Values;

/** The blocktranslate tag: text with variables, translated as a whole. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
final class BlockTranslateTag {
    private BlockTranslateTag() {}

    /** Compiles one use of the tag. */
    static Node compile(Parser parser, Token token) {
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
                case "asvar" -> variable = TranslationTags.value(words, tag, "asvar");
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
                message = TranslationTags.gettext(context, kind, message);
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
            return TranslationTags.catalogs(context).translatePlural(context.language(), kind, one, many, n);
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
}
