package quintet.orm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How {@link Postgres#headline(Expr, Postgres.Search, Headline)} shows where the words are. Immutable.
 *
 * @param language the language of the text; "" for the database's usual one (Django {@code config})
 * @param settings PostgreSQL's settings by their names
 */
public record Headline(String language, Map<String, Object> settings) {
    /** The usual settings. */
    public static final Headline USUAL = new Headline("", Map.of());

    /** Copies the settings. */
    public Headline {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    private Headline with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Headline(language, more);
    }

    /** The same in a language, such as {@code english}. */
    public Headline in(String name) {
        return new Headline(name, settings);
    }

    /** The same with other marks around words; those of PostgreSQL are {@code <b>} and {@code </b>}. */
    public Headline marks(String start, String stop) {
        return with("StartSel", start).with("StopSel", stop);
    }

    /** The same with at most so many words. */
    public Headline maxWords(int words) {
        return with("MaxWords", words);
    }

    /** The same with at least so many words. */
    public Headline minWords(int words) {
        return with("MinWords", words);
    }

    /** The same without words of this length or less at its ends. */
    public Headline shortWord(int letters) {
        return with("ShortWord", letters);
    }

    /** The same with the whole text. */
    public Headline highlightAll() {
        return with("HighlightAll", true);
    }

    /** The same of at most so many parts of the text; 0: one part, made in another way. */
    public Headline maxFragments(int parts) {
        return with("MaxFragments", parts);
    }

    /** The same with a text between parts. */
    public Headline fragmentDelimiter(String text) {
        return with("FragmentDelimiter", text);
    }

    /** The settings as PostgreSQL reads them. */
    String text() {
        return settings.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + (e.getValue() instanceof String text
                                ? "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
                                : e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
