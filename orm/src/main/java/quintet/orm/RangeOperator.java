package quintet.orm;

/** How two values of an exclusion constraint must not stand to each other. Answers to Django's {@code RangeOperators}. */
public enum RangeOperator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    CONTAINS("@>"),
    CONTAINED_BY("<@"),
    OVERLAPS("&&"),
    FULLY_LT("<<"),
    FULLY_GT(">>"),
    NOT_LT("&>"),
    NOT_GT("&<"),
    ADJACENT_TO("-|-");

    private final String sql;

    RangeOperator(String sql) {
        this.sql = sql;
    }

    /** PostgreSQL's operator. */
    public String sql() {
        return sql;
    }
}
