package quintet.templates;

import java.util.List;
import quintet.templates.internal.parse.Splitter;

/**
 * A piece of a template's source.
 *
 * @param kind what it is
 * @param contents the text itself, or what is inside the delimiters, trimmed
 * @param line the line it starts on, from 1
 * @param start first character in the source
 * @param end character after the last one
 */
public record Token(Kind kind, String contents, int line, int start, int end) {
    /** The kinds of pieces. */
    public enum Kind {
        /** Text between tags. */
        TEXT,
        /** A variable in double braces. */
        VARIABLE,
        /** A tag. */
        BLOCK,
        /** A comment of one line. */
        COMMENT
    }

    /**
     * Splits a tag into words: quoted texts stay whole, also {@code _("...")}.
     *
     * @return the tag's name and its arguments
     */
    public List<String> split() {
        return Splitter.split(contents);
    }

    /**
     * The source with its delimiters.
     *
     * @return such as {@code {% now "Y" %}}
     */
    public String source() {
        return switch (kind) {
            case TEXT -> contents;
            case VARIABLE -> "{{ " + contents + " }}";
            case BLOCK -> "{% " + contents + " %}";
            case COMMENT -> "{# " + contents + " #}";
        };
    }
}
