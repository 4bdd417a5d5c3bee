package quintet.processor.internal;

/** Java source text in the making, with indentation. */
public final class SourceText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** An empty text. */
    public SourceText() {}

    /** Adds a line; one that ends with an opening brace indents what follows, one that begins with a closing brace ends that. */
    public SourceText line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        if (!line.isEmpty()) {
            text.append("    ".repeat(depth)).append(line);
        }
        text.append('\n');
        if (line.endsWith("{")) {
            depth++;
        }
        return this;
    }

    /** Adds an empty line. */
    public SourceText gap() {
        return line("");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A Java string literal. */
    public static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < 32 || c > 126) {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
