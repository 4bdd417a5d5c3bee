package quintet.templates;

import org.jspecify.annotations.Nullable;

/** Adds the place in the template to an error that passes by, and the templates it passes through. */
final class Failures {
    private Failures() {}

    /** The note left on errors of other origin. */
    static final class Place extends TemplateException {
        private static final long serialVersionUID = 1L;

        Place(SourceExtract extract) {
            super(extract.toString());
            setStackTrace(new StackTraceElement[0]);
            locate(extract);
        }
    }

    /** The error with a place that belongs to this one: itself or the note on it; null if it has none. */
    static @Nullable TemplateException placeOf(Throwable e) {
        if (e instanceof TemplateException own && own.extract() != null) {
            return own;
        }
        for (Throwable note : e.getSuppressed()) {
            if (note instanceof Place place) {
                return place;
            }
        }
        return null;
    }

    static void locate(RuntimeException e, Node node, Context context) {
        Token token = node.token();
        Template template = node.template();
        if (token == null || template == null) {
            return;
        }
        TemplateException place = placeOf(e);
        if (place == null) {
            place = note(e, template.extract(token));
            if (place == null) {
                return;
            }
        } else if (!place.trail().getLast().origin().equals(template.origin().name())) {
            place.passed(template.extract(token));
        }
        if (place.variables() == null
                && context.template() != null
                && context.engine().debug()) {
            place.variables(context.flatten());
        }
    }

    private static @Nullable TemplateException note(RuntimeException e, SourceExtract extract) {
        if (e instanceof TemplateException own) {
            own.locate(extract);
            return own;
        }
        Place place = new Place(extract);
        e.addSuppressed(place);
        return place;
    }
}
