package quintet.templates;

/** A variable that an expression needs is missing (plain {@code {{ variable }}} output never raises it). */
public class VariableDoesNotExist extends TemplateException {
    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param message which part was looked up in what
     */
    public VariableDoesNotExist(String message) {
        super(message);
    }
}
