package quintet.templates.internal.compile;

/** What can stand between two values in an if tag. */
public enum Relation {
    /** Equal by Python's rules. */
    EQUAL("=="),
    /** Not equal. */
    UNEQUAL("!="),
    /** An element of the other. */
    IN("in"),
    /** Not an element of the other. */
    NOT_IN("not in"),
    /** The same object. */
    IS("is"),
    /** Another object. */
    IS_NOT("is not"),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    /** The one that is written so. */
    public static Relation of(String sign) {
        for (Relation each : values()) {
            if (each.sign.equals(sign)) {
                return each;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    /** Whether it compares sizes, or equality, so that it means the same for plain numbers. */
    public boolean isNumeric() {
        return switch (this) {
            case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
            case IN, NOT_IN, IS, IS_NOT -> false;
        };
    }

    /** Whether it holds for two whole numbers. */
    public boolean holds(long a, long b) {
        return switch (this) {
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case GREATER -> a > b;
            default -> a >= b;
        };
    }

    /** Whether it holds for two floating-point numbers. */
    public boolean holds(double a, double b) {
        return switch (this) {
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case GREATER -> a > b;
            default -> a >= b;
        };
    }
}
