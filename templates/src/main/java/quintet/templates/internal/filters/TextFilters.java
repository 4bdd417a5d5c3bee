package quintet.templates.internal.filters;

import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.Tuple;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.text.Printf;
import quintet.templates.internal.text.Slugs;
import quintet.templates.internal.text.Texts;
import quintet.templates.internal.text.Truncate;
import quintet.templates.internal.text.Urls;
import quintet.templates.internal.text.Wrap;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** Filters of text. */
public final class TextFilters {
    private TextFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "addslashes" ->
                library.filter(
                        name,
                        text(s -> s.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'"))
                                .safe());
            case "capfirst" -> library.filter(name, text(Texts::capFirst).safe());
            case "lower" -> library.filter(name, text(Texts::lower).safe());
            case "upper" -> library.filter(name, text(Texts::upper));
            case "title" -> library.filter(name, text(TextFilters::title).safe());
            case "make_list" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> Values.characters(string(v)))
                                .noArgument()
                                .onText());
            case "slugify" ->
                library.filter(name, text(s -> Slugs.slugify(s, false)).safe());
            case "wordcount" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> Chars.words(string(v)).size())
                                .noArgument()
                                .onText());
            case "iriencode" ->
                library.filter(
                        name, text(s -> Urls.quote(s, "/#%[]=:;$&()+,!?*@'~")).safe());
            case "urlencode" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> Urls.quote(string(v), a == null ? "/" : string(a)))
                                .optional(null)
                                .onText());
            case "phone2numeric" ->
                library.filter(
                        name, Filter.of((v, a, c) -> phone(v, c)).noArgument().safe());
            case "stringformat" ->
                library.filter(name, Filter.of(TextFilters::stringFormat).safe());
            case "cut" -> library.filter(name, Filter.of(TextFilters::cut).onText());
            case "ljust" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> pad(string(v), integer(a, c), 'l'))
                                .safe()
                                .onText());
            case "rjust" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> pad(string(v), integer(a, c), 'r'))
                                .safe()
                                .onText());
            case "center" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> pad(string(v), integer(a, c), 'c'))
                                .safe()
                                .onText());
            case "wordwrap" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> Wrap.wrap(string(v), integer(a, c)))
                                .safe()
                                .onText());
            case "truncatechars" -> library.filter(name, truncate(Truncate::chars, Truncate.ELLIPSIS));
            case "truncatechars_html" -> library.filter(name, truncate(Truncate::htmlChars, Truncate.ELLIPSIS));
            case "truncatewords" -> library.filter(name, truncate(Truncate::words, " \u2026"));
            case "truncatewords_html" -> library.filter(name, truncate(Truncate::htmlWords, " \u2026"));
            default -> throw new IllegalArgumentException(name);
        }
    }

    static Filter text(java.util.function.UnaryOperator<String> work) {
        return Filter.of((v, a, c) -> work.apply(string(v))).noArgument().onText();
    }

    static String string(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** Cuts a text. */
    private interface Cut {
        String apply(String text, int length, String mark);
    }

    private static Filter truncate(Cut cut, String mark) {
        return Filter.of((v, a, c) -> {
                    int length;
                    try {
                        length = integer(a, c);
                    } catch (EvaluationError e) {
                        if (e.kind() == EvaluationError.Kind.VALUE) {
                            return v;
                        }
                        throw e;
                    }
                    return cut.apply(string(v), length, mark);
                })
                .safe()
                .onText();
    }

    static int integer(@Nullable Object argument, Context context) {
        return Numbers.clamp(Numbers.toInt(argument, Values.of(context)));
    }

    /** Title case, with "They're" and "1st" put right. */
    private static String title(String text) {
        StringBuilder out = new StringBuilder(Texts.title(text));
        for (int i = 1; i < out.length(); i++) {
            char c = out.charAt(i);
            char before = out.charAt(i - 1);
            if (c < 'A' || c > 'Z') {
                continue;
            }
            boolean afterApostrophe = before == '\'' && i > 1 && out.charAt(i - 2) >= 'a' && out.charAt(i - 2) <= 'z';
            if (afterApostrophe || Character.isDigit(before)) {
                out.setCharAt(i, Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    private static String phone(@Nullable Object value, Context context) {
        Values values = Values.of(context);
        if (!values.isText(value)) {
            throw new EvaluationError(
                    EvaluationError.Kind.ATTRIBUTE, "'" + values.typeName(value) + "' object has no attribute 'lower'");
        }
        String digits = "22233344455566677778889999";
        StringBuilder out = new StringBuilder();
        for (char c : Texts.lower(string(value)).toCharArray()) {
            out.append(c >= 'a' && c <= 'z' ? digits.charAt(c - 'a') : c);
        }
        return out.toString();
    }

    private static String stringFormat(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        Object shown = values.typeName(value).equals("tuple") || value instanceof Tuple ? values.text(value) : value;
        String result = Printf.format("%" + values.text(argument), shown, values);
        return result == null ? "" : result;
    }

    private static CharSequence cut(@Nullable Object value, @Nullable Object argument, Context context) {
        if (!(argument instanceof String) && !(argument instanceof SafeString)) {
            throw EvaluationError.type("replace() argument 1 must be str, not "
                    + Values.of(context).typeName(argument));
        }
        String what = argument.toString();
        String result = string(value).replace(what, "");
        return value instanceof SafeString && !what.equals(";") ? SafeString.of(result) : result;
    }

    private static String pad(String text, int width, char side) {
        int missing = width - Texts.length(text);
        if (missing <= 0) {
            return text;
        }
        if (missing > 10_000_000) {
            throw EvaluationError.value("a width of " + width + " is too large");
        }
        int left = side == 'l' ? 0 : side == 'r' ? missing : missing / 2;
        return " ".repeat(left) + text + " ".repeat(missing - left);
    }
}
