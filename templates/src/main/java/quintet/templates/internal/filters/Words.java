package quintet.templates.internal.filters;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.Translations;
import quintet.templates.Context;
import quintet.templates.internal.text.PercentFormat;

/**
 * Words in a language.
 *
 * @param catalogs where they come from
 * @param language a code; null for the source language
 * @param meaning what plural forms are looked up under first, or null
 */
public record Words(
        Catalogs catalogs,
        @Nullable String language,
        @Nullable String meaning) {
    /** The words of a render. */
    static Words of(Context context) {
        Catalogs own = context.engine().catalogs();
        return new Words(
                own == null ? Translations.catalogs() : own,
                context.engine().useI18n() ? context.language() : null,
                null);
    }

    /** The words of the language in force. */
    public static Words current() {
        return new Words(Translations.catalogs(), Translations.language(), null);
    }

    /** The same words, in the forms they have in a context: German counts days otherwise after "in". */
    Words in(String context) {
        return new Words(catalogs, language, context);
    }

    /** A message. */
    String text(String message) {
        return catalogs.translate(language, null, message);
    }

    /** A message that means something of its own in a context. */
    String text(String context, String message) {
        return catalogs.translate(language, context, message);
    }

    /** The form of a message that fits a number. */
    String plural(String one, String many, long number) {
        if (meaning != null && catalogs.find(language, meaning, one) != null) {
            return catalogs.translatePlural(language, meaning, one, many, number);
        }
        return catalogs.translatePlural(language, null, one, many, number);
    }

    /** A message with a number that it prints under a name. */
    String count(String one, String many, String name, long number) {
        String text = plural(one, many, number);
        String filled = PercentFormat.fill(text, Map.of(name, number));
        return filled == null ? text : filled;
    }

    /** Spaces that do not break the line. */
    static String noBreak(String text) {
        return text.replace(' ', '\u00a0');
    }
}
