package quintet.http;

/** A header name that is no HTTP token, or a header value with a line break or NUL in it (Django's BadHeaderError). */
public final class BadHeader extends IllegalArgumentException {
    BadHeader(String name, String value) {
        super(
                name.equals(value)
                        ? "'" + escape(name) + "' is not a valid header name"
                        : "Header values can't contain newlines (got '" + escape(value) + "')");
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c < ' ' ? '?' : c);
            }
        }
        return out.toString();
    }
}
