package quintet.orm;

import java.util.regex.Pattern;

/**
 * A word in the form that PostgreSQL keeps, to be searched for as it is: {@code Lexeme.of("cat").prefix().and(Lexeme.of("dog").not())}.
 * What is no letter or digit for searches is taken out, so that any text is safe. Immutable. Django's {@code Lexeme}.
 */
public final class Lexeme {
    private static final Pattern SPECIAL = Pattern.compile("['\\x00\\[\\]()|&:*!@<>\\\\]");
    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private final String text;
    private final boolean inverted;
    /** The labels of a single word; null for several words. */
    private final String labels;

    private final boolean single;

    private Lexeme(String text, boolean inverted, String labels, boolean single) {
        this.text = text;
        this.inverted = inverted;
        this.labels = labels;
        this.single = single;
    }

    /** A word. */
    public static Lexeme of(String word) {
        if (word.isEmpty()) {
            throw new QueryError(QueryError.Kind.VALUE, "Lexeme value cannot be empty.");
        }
        String plain =
                SPACES.matcher(SPECIAL.matcher(word).replaceAll(" ").strip()).replaceAll(" ");
        // Nothing in quotes is a mistake to PostgreSQL, but a space is a word that no text has.
        return new Lexeme("'" + (plain.isEmpty() ? " " : plain) + "'", false, "", true);
    }

    /** Words that begin like this. */
    public Lexeme prefix() {
        return labelled("*");
    }

    /** Only where the word has a weight, from A to D. */
    public Lexeme weight(char letter) {
        if (letter < 'A' || letter > 'D') {
            throw new QueryError("The weight of words is a letter from A to D, not '" + letter + "'.");
        }
        return labelled(String.valueOf(letter));
    }

    private Lexeme labelled(String label) {
        if (!single) {
            throw new QueryError("A prefix or weight belongs to one word. Set it before and(...) or or(...).");
        }
        return new Lexeme(text, inverted, label.equals("*") ? "*" + labels : labels + label, true);
    }

    /** Where it is not. */
    public Lexeme not() {
        return new Lexeme(text, !inverted, labels, single);
    }

    /** Where both are. */
    public Lexeme and(Lexeme other) {
        return new Lexeme("(" + text() + " & " + other.text() + ")", false, "", false);
    }

    /** Where one of both is. */
    public Lexeme or(Lexeme other) {
        return new Lexeme("(" + text() + " | " + other.text() + ")", false, "", false);
    }

    /** As PostgreSQL's searches are written. */
    String text() {
        return (inverted ? "!" : "") + text + (labels.isEmpty() ? "" : ":" + labels);
    }

    @Override
    public String toString() {
        return text();
    }
}
