package quintet.orm;

/**
 * A query that cannot be right: an unknown field or lookup, a value of the wrong type, steps in an order that makes no
 * sense. The message says first what Django says, then what to write instead: it names model, field and the nearest right
 * spelling. {@link #kind} tells which of Django's exceptions it answers to.
 */
public class QueryError extends IllegalArgumentException {
    private static final long serialVersionUID = 2;

    /** Which of Django's exceptions a query error answers to. */
    public enum Kind {
        /** A name that leads nowhere, or something that cannot be asked there. Django's {@code FieldError}. */
        FIELD("FieldError"),
        /** A model has no field of this name. Django's {@code FieldDoesNotExist}. */
        NO_FIELD("FieldDoesNotExist"),
        /** A value that cannot be right. Python's {@code ValueError}. */
        VALUE("ValueError"),
        /** A call that makes no sense, mostly because of an earlier step. Python's {@code TypeError}. */
        TYPE("TypeError"),
        /** A text that is not in the form a field has. Django's {@code ValidationError}. */
        FORMAT("ValidationError"),
        /** A name that nothing has. Python's {@code AttributeError}. */
        ATTRIBUTE("AttributeError"),
        /** Too few values. Python's {@code IndexError}. */
        INDEX("IndexError"),
        /** Something this database cannot do. Django's {@code NotSupportedError}. */
        NOT_SUPPORTED("NotSupportedError"),
        /** An expression whose type cannot be known. Django's {@code OutputFieldIsNoneError}. */
        NO_TYPE("OutputFieldIsNoneError"),
        /** A statement no database of this kind takes. Django's {@code DatabaseError}. */
        DATABASE("DatabaseError");

        private final String django;

        Kind(String django) {
            this.django = django;
        }

        /** The name of Django's (or Python's) exception. */
        public String djangoName() {
            return django;
        }
    }

    private final Kind kind;
    private final String says;

    /** Creates one about a name or a place. */
    public QueryError(String message) {
        this(Kind.FIELD, message);
    }

    /** Creates one of a kind. */
    public QueryError(Kind kind, String says) {
        this(kind, says, "");
    }

    /**
     * Creates one with advice.
     *
     * @param says what is wrong, in Django's words where it has some
     * @param advice what to write instead; may be empty
     */
    public QueryError(Kind kind, String says, String advice) {
        super(advice.isEmpty() ? says : sentence(says) + " " + advice.strip());
        this.kind = kind;
        this.says = says;
    }

    /** Django ends some of its messages without a full stop. */
    private static String sentence(String says) {
        String text = says.strip();
        return text.isEmpty()
                        || !Character.isLetterOrDigit(text.charAt(text.length() - 1))
                                && !text.endsWith("'")
                                && !text.endsWith(")")
                ? text
                : text + ".";
    }

    /** Which of Django's exceptions it answers to. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, without the advice. */
    public String says() {
        return says;
    }
}
