package quintet.templates.internal.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Token;

/** Cuts a source into tokens, in one pass and linear time. */
public final class Lexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable String verbatim;
    private int line = 1;
    private int textStart;
    private int lineEnd = -1;
    private final int[] noneBefore = new int[3];

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of a source. */
    public static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        int i = source.indexOf('{');
        while (i >= 0 && i + 1 < source.length()) {
            int end = close(i);
            i = source.indexOf('{', end < 0 ? i + 1 : tag(i, end));
        }
        text(source.length());
    }

    /** The end of the tag that starts here, or -1. A tag never spans lines. */
    private int close(int start) {
        String close;
        int kind;
        switch (source.charAt(start + 1)) {
            case '%' -> {
                close = "%}";
                kind = 0;
            }
            case '{' -> {
                close = "}}";
                kind = 1;
            }
            case '#' -> {
                close = "#}";
                kind = 2;
            }
            default -> {
                return -1;
            }
        }
        if (start + 2 < noneBefore[kind]) {
            return -1;
        }
        if (lineEnd < start + 2) {
            lineEnd = source.indexOf('\n', start + 2);
            lineEnd = lineEnd < 0 ? source.length() : lineEnd;
        }
        int at = source.indexOf(close, start + 2, lineEnd);
        if (at < 0) {
            noneBefore[kind] = lineEnd;
            return -1;
        }
        return at + 2;
    }

    private int tag(int start, int end) {
        String content = Chars.strip(source.substring(start + 2, end - 2));
        char sign = source.charAt(start + 1);
        if (verbatim != null) {
            if (sign != '%' || !content.equals(verbatim)) {
                return end;
            }
            verbatim = null;
        } else if (sign == '%' && (content.equals("verbatim") || content.startsWith("verbatim "))) {
            verbatim = "end" + content;
        }
        text(start);
        Token.Kind kind = switch (sign) {
            case '%' -> Token.Kind.BLOCK;
            case '{' -> Token.Kind.VARIABLE;
            default -> Token.Kind.COMMENT;
        };
        tokens.add(new Token(kind, content, line, start, end));
        textStart = end;
        return end;
    }

    private void text(int end) {
        if (end > textStart) {
            tokens.add(new Token(Token.Kind.TEXT, source.substring(textStart, end), line, textStart, end));
            for (int i = source.indexOf('\n', textStart); i >= 0 && i < end; i = source.indexOf('\n', i + 1)) {
                line++;
            }
        }
    }
}
