package quintet.templates;

/** Adds the place in the template to an error that passes by. */
final class Failures {
    private Failures() {}

    /** The note left on errors of other origin. */
    private static final class Place extends TemplateException {
        private static final long serialVersionUID = 1L;

        Place(SourceExtract extract) {
            super(extract.toString());
            setStackTrace(new StackTraceElement[0]);
        }
    }

    static void locate(RuntimeException e, Node node) {
        Token token = node.token();
        Template template = node.template();
        if (token == null || template == null) {
            return;
        }
        if (e instanceof TemplateException own) {
            if (own.extract() == null) {
                own.locate(template.extract(token));
            }
            return;
        }
        for (Throwable note : e.getSuppressed()) {
            if (note instanceof Place) {
                return;
            }
        }
        e.addSuppressed(new Place(template.extract(token)));
    }
}
