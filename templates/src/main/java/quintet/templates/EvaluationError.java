package quintet.templates;

/**
 * An expression that cannot be computed: {@code {{ value|divisibleby:0 }}}, a loop over a number. Where Django fails
 * with a Python error, this names its kind.
 */
public class EvaluationError extends TemplateException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What sort of failure it is, by Python's classes. */
    public enum Kind {
        /** The value has the wrong type. */
        TYPE("TypeError"),
        /** The type is right, the value is not. */
        VALUE("ValueError"),
        /** The value has no such member. */
        ATTRIBUTE("AttributeError"),
        /** The mapping has no such key. */
        KEY("KeyError"),
        /** The sequence is shorter. */
        INDEX("IndexError"),
        /** Division by zero. */
        ZERO_DIVISION("ZeroDivisionError"),
        /** A number leaves the range of its type. */
        OVERFLOW("OverflowError"),
        /** No time zone has this name. */
        TIME_ZONE("ZoneInfoNotFoundError");

        private final String pythonName;

        Kind(String pythonName) {
            this.pythonName = pythonName;
        }

        /**
         * The class Python would raise.
         *
         * @return its name
         */
        public String pythonName() {
            return pythonName;
        }
    }

    /**
     * An error.
     *
     * @param kind what sort
     * @param message what is wrong
     */
    public EvaluationError(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * What sort of failure it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /** A TYPE error. */
    public static EvaluationError type(String message) {
        return new EvaluationError(Kind.TYPE, message);
    }

    /** A VALUE error. */
    public static EvaluationError value(String message) {
        return new EvaluationError(Kind.VALUE, message);
    }
}
