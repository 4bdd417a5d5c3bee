package quintet.core;

/**
 * Colours for the terminal, or none. What a command prints with {@link Command#style()} has colours where a person reads
 * it and plain text in files and pipes. Answers to Django's {@code self.style}.
 */
public final class Style {
    /** No colours. */
    public static final Style PLAIN = new Style(false);

    /** The colours of a terminal. */
    public static final Style COLORED = new Style(true);

    private static final String RESET = "\u001b[0m";

    private final boolean colored;

    private Style(boolean colored) {
        this.colored = colored;
    }

    /** Whether there are colours. */
    public boolean isColored() {
        return colored;
    }

    /** Something went well. */
    public String success(String text) {
        return paint("1;32", text);
    }

    /** Something that may be wrong. */
    public String warning(String text) {
        return paint("1;33", text);
    }

    /** Something went wrong. */
    public String error(String text) {
        return paint("1;31", text);
    }

    /** Something to take note of. */
    public String notice(String text) {
        return paint("31", text);
    }

    /** A title. */
    public String heading(String text) {
        return paint("1;36", text);
    }

    /** A name within text. */
    public String label(String text) {
        return paint("1", text);
    }

    /** A word of SQL or of code. */
    public String keyword(String text) {
        return paint("33", text);
    }

    /** What matters less. */
    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colored && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }

    /** Says whether there are colours. */
    @Override
    public String toString() {
        return colored ? "Style[colored]" : "Style[plain]";
    }
}
