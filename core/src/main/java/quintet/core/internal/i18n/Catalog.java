package quintet.core.internal.i18n;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one file, or of several that stand in for each other. */
public final class Catalog {
    private static final char CONTEXT_SEPARATOR = '\u0004';

    private final Map<String, String[]> messages;
    private final PluralRule rule;
    private final List<Catalog> fallbacks;
    private final boolean found;

    private Catalog(Map<String, String[]> messages, PluralRule rule, List<Catalog> fallbacks, boolean found) {
        this.messages = messages;
        this.rule = rule;
        this.fallbacks = fallbacks;
        this.found = found;
    }

    /**
     * Several catalogues, the first that knows a message wins.
     *
     * @param catalogs in order
     * @param found whether the language itself had any
     * @return one catalogue
     */
    public static Catalog chain(List<Catalog> catalogs, boolean found) {
        return new Catalog(Map.of(), PluralRule.ENGLISH, List.copyOf(catalogs), found);
    }

    /** Whether the language itself has a catalogue. */
    public boolean found() {
        return found;
    }

    /** The translation of a message, or null. */
    public @Nullable String message(@Nullable String context, String message) {
        String[] forms = messages.get(key(context, message));
        if (forms != null) {
            return forms[0];
        }
        for (Catalog other : fallbacks) {
            String found = other.message(context, message);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The plural form that fits the number, or null. */
    public @Nullable String plural(@Nullable String context, String singular, long number) {
        String[] forms = messages.get(key(context, singular));
        if (forms != null) {
            int index = rule.index(number);
            return index < forms.length ? forms[index] : null;
        }
        for (Catalog other : fallbacks) {
            String found = other.plural(context, singular, number);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String key(@Nullable String context, String message) {
        return context == null ? message : context + CONTEXT_SEPARATOR + message;
    }

    /** Collects messages while a file is read. */
    static final class Builder {
        private final Map<String, String[]> messages = new HashMap<>();
        private PluralRule rule = PluralRule.ENGLISH;

        /** Adds a message by its raw key (context and id joined); the empty key is the header. */
        void add(String key, String[] forms, String file) {
            if (key.isEmpty()) {
                rule = PluralRule.fromHeader(forms[0], file);
            } else if (!forms[0].isEmpty()) {
                messages.put(key, forms);
            }
        }

        Catalog build() {
            return new Catalog(messages, rule, List.of(), true);
        }
    }
}
