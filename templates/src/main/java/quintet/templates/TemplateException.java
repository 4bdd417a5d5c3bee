package quintet.templates;

import org.jspecify.annotations.Nullable;

/** Whatever goes wrong with a template. The message says what; the place is added once it is known. */
public class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private transient @Nullable SourceExtract extract;

    /**
     * An error without a known place.
     *
     * @param message what is wrong
     */
    public TemplateException(String message) {
        super(message);
    }

    /**
     * An error caused by another one.
     *
     * @param message what is wrong
     * @param cause the other error
     */
    public TemplateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * The place in the template's source.
     *
     * @return null while unknown
     */
    public @Nullable SourceExtract extract() {
        return extract;
    }

    /**
     * Notes the place, unless one is noted already: the innermost one counts.
     *
     * @param place the place in the source
     */
    public void locate(SourceExtract place) {
        if (extract == null) {
            extract = place;
        }
    }
}
