package quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * A template that does not follow the language. {@link #getMessage()} is Django's wording, with the template's name in
 * front when it has one; {@link #extract()} has the line and the source around it.
 */
public class TemplateSyntaxError extends TemplateException {
    private static final long serialVersionUID = 1L;

    private @Nullable String prefix;

    /**
     * An error.
     *
     * @param message what is wrong
     */
    public TemplateSyntaxError(String message) {
        super(message);
    }

    /**
     * The message without the template's name.
     *
     * @return what is wrong
     */
    public String rawMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * Names the template whose compilation failed, unless one is named already.
     *
     * @param template the name it was loaded by
     */
    public void in(String template) {
        if (prefix == null) {
            prefix = "Template: " + template + ", ";
        }
    }

    @Override
    public String getMessage() {
        return prefix == null ? rawMessage() : prefix + rawMessage();
    }
}
