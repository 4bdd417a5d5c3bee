package quintet.templates;

/** A value that prints itself as HTML in a template: a form, a field, a widget. Answers to {@code __html__}. */
@FunctionalInterface
public interface HtmlValue {
    /**
     * The value as HTML.
     *
     * @return markup that is not escaped again
     */
    SafeString html();
}
