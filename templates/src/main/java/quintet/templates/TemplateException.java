package quintet.templates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever goes wrong with a template. The message says what; the place is added once it is known. */
public class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_TRAIL = 50;

    private final transient List<SourceExtract> trail = new ArrayList<>(1);
    private transient @Nullable Map<String, @Nullable Object> variables;

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
        return trail.isEmpty() ? null : trail.getFirst();
    }

    /**
     * The place, and after it the places in other templates that led to it: an {@code include}, a block of a parent.
     *
     * @return from the innermost to the outermost; empty while unknown
     */
    public List<SourceExtract> trail() {
        return Collections.unmodifiableList(trail);
    }

    /**
     * The variables at the place, kept by engines in debug mode only.
     *
     * @return null if they are not known
     */
    public @Nullable Map<String, @Nullable Object> variables() {
        return variables;
    }

    /**
     * What is known about the place in a template where an error of whatever kind came from.
     *
     * @param error an error that left a template
     * @return the error itself or the note that was left on it; null if no template had a part in it
     */
    public static @Nullable TemplateException placeOf(Throwable error) {
        return Failures.placeOf(error);
    }

    /**
     * Notes the place, unless one is noted already: the innermost one counts.
     *
     * @param place the place in the source
     */
    public void locate(SourceExtract place) {
        if (trail.isEmpty()) {
            trail.add(place);
        }
    }

    /** Notes a place in another template that the error passed. */
    void passed(SourceExtract place) {
        if (trail.size() < LONGEST_TRAIL) {
            trail.add(place);
        }
    }

    void variables(Map<String, @Nullable Object> now) {
        variables = now;
    }
}
