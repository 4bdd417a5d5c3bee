package quintet.core;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The gettext family and the language in force. There is no global "active language": a language holds for a piece
 * of code ({@link #withLanguage}), and outside of any the catalogues' own default language holds.
 *
 * <pre>{@code
 * String title = gettext("Page not found");
 * String found = ngettext("%s result", "%s results", n).formatted(n);
 * String german = withLanguage("de", () -> gettext("Page not found"));
 * }</pre>
 *
 * <p>Answers to {@code django.utils.translation}.
 */
public final class Translations {
    private static final ScopedValue<Language> LANGUAGE = ScopedValue.newInstance();
    private static final ScopedValue<Catalogs> CATALOGS = ScopedValue.newInstance();

    /** A nullable code: "translations deactivated" is a state of its own. */
    private record Language(@Nullable String code) {}

    private Translations() {}

    /**
     * The language in force.
     *
     * @return a code such as {@code de} or {@code pt-br}; null when translation is switched off for this scope
     */
    public static @Nullable String language() {
        return LANGUAGE.isBound() ? LANGUAGE.get().code() : catalogs().defaultLanguage();
    }

    /**
     * Whether a language was chosen for the code that runs now (rather than the default one).
     *
     * @return true inside {@link #withLanguage}
     */
    public static boolean isLanguageChosen() {
        return LANGUAGE.isBound();
    }

    /**
     * Runs code under a language; answers to {@code translation.override}.
     *
     * @param language a code, or null to switch translation off
     * @param body what to run
     * @param <T> the result's type
     * @return the result of the body
     */
    public static <T extends @Nullable Object> T withLanguage(@Nullable String language, Callable<T> body) {
        return run(LANGUAGE, new Language(language), body);
    }

    /**
     * Runs code with its own set of catalogues.
     *
     * @param catalogs the catalogues the gettext family reads inside
     * @param body what to run
     * @param <T> the result's type
     * @return the result of the body
     */
    public static <T extends @Nullable Object> T withCatalogs(Catalogs catalogs, Callable<T> body) {
        return run(CATALOGS, catalogs, body);
    }

    private static <V, T extends @Nullable Object> T run(ScopedValue<V> key, V value, Callable<T> body) {
        try {
            return ScopedValue.where(key, value).call(body::call);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The code run under a language failed: " + e.getMessage(), e);
        }
    }

    /**
     * The catalogues in force.
     *
     * @return those of {@link #withCatalogs}, else those of the current site, else Quintet's own
     */
    public static Catalogs catalogs() {
        if (CATALOGS.isBound()) {
            return CATALOGS.get();
        }
        Site site = Site.boundOrNull();
        return site == null ? Catalogs.builtIn() : site.catalogs();
    }

    /**
     * Translates a message into the language in force.
     *
     * @param message the message in the source language
     * @return the translation, or the message itself
     */
    public static String gettext(String message) {
        return catalogs().translate(language(), null, message);
    }

    /**
     * Chooses between singular and plural.
     *
     * @param singular the message for one
     * @param plural the message for many
     * @param number how many
     * @return the translation that fits the number by the language's own rule
     */
    public static String ngettext(String singular, String plural, long number) {
        return catalogs().translatePlural(language(), null, singular, plural, number);
    }

    /**
     * Translates a message that means something else elsewhere ("May" the month).
     *
     * @param context what tells the meanings apart
     * @param message the message in the source language
     * @return the translation, or the message itself
     */
    public static String pgettext(String context, String message) {
        return catalogs().translate(language(), context, message);
    }

    /**
     * {@link #ngettext} with a context.
     *
     * @param context what tells the meanings apart
     * @param singular the message for one
     * @param plural the message for many
     * @param number how many
     * @return the translation that fits the number
     */
    public static String npgettext(String context, String singular, String plural, long number) {
        return catalogs().translatePlural(language(), context, singular, plural, number);
    }

    /**
     * A message that is translated when it is printed, not when it is written down; for constants.
     *
     * @param message the message in the source language
     * @return text that reads differently in each language
     */
    public static LazyText gettextLazy(String message) {
        return new LazyText(() -> gettext(message));
    }

    /**
     * {@link #gettextLazy} with a context.
     *
     * @param context what tells the meanings apart
     * @param message the message in the source language
     * @return text that reads differently in each language
     */
    public static LazyText pgettextLazy(String context, String message) {
        return new LazyText(() -> pgettext(context, message));
    }
}
