package quintet.templates.internal.filters;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.Translations;
import quintet.templates.Context;
import quintet.templates.internal.text.PercentFormat;

/** Words in the language of a render. */
final class Words {
    private Words() {}

    private static Catalogs catalogs(Context context) {
        Catalogs own = context.engine().catalogs();
        return own == null ? Translations.catalogs() : own;
    }

    /** A message in the language of the render. */
    static String text(Context context, String message) {
        return context.engine().useI18n() ? catalogs(context).translate(context.language(), null, message) : message;
    }

    /** A message that means something of its own in a context. */
    static String meaning(Context context, String meaning, String message) {
        return context.engine().useI18n() ? catalogs(context).translate(context.language(), meaning, message) : message;
    }

    /** The form of a message that fits a number. */
    static String plural(Context context, @Nullable String meaning, String one, String many, long number) {
        return context.engine().useI18n()
                ? catalogs(context).translatePlural(context.language(), meaning, one, many, number)
                : number == 1 ? one : many;
    }

    /** A message with a number that it prints under a name. */
    static String count(Context context, String one, String many, String name, long number) {
        String text = plural(context, null, one, many, number);
        String filled = PercentFormat.fill(text, Map.of(name, number));
        return filled == null ? text : filled;
    }

    /** Spaces that do not break the line. */
    static String noBreak(String text) {
        return text.replace(' ', '\u00a0');
    }
}
