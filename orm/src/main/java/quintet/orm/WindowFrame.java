package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * Which rows around a row a window function sees. Negative places are before the row, positive ones after it; null has no
 * end. Answers to Django's {@code RowRange} and {@code ValueRange}.
 */
public final class WindowFrame {
    /** Which rows of a frame are left out. Django's {@code WindowFrameExclusion}. */
    public enum Exclusion {
        /** None. */
        NO_OTHERS("NO OTHERS"),
        /** The row itself. */
        CURRENT_ROW("CURRENT ROW"),
        /** The row and those equal to it in the order. */
        GROUP("GROUP"),
        /** Those equal to the row in the order, but not the row. */
        TIES("TIES");

        private final String sql;

        Exclusion(String sql) {
            this.sql = sql;
        }
    }

    private final Node.Frame frame;

    private WindowFrame(Node.Frame frame) {
        this.frame = frame;
    }

    /** Counted in rows: {@code rows(-2, 0)} are the row and the two before it. */
    public static WindowFrame rows(@Nullable Integer start, @Nullable Integer end) {
        check(start, end);
        return new WindowFrame(new Node.Frame(true, start, end, ""));
    }

    /** Measured in the values of the order: {@code range(null, 0)} are all rows up to those equal to the row. */
    public static WindowFrame range(@Nullable Integer start, @Nullable Integer end) {
        check(start, end);
        return new WindowFrame(new Node.Frame(false, start, end, ""));
    }

    private static void check(@Nullable Integer start, @Nullable Integer end) {
        if (start != null && end != null && start > end) {
            throw new QueryError(QueryError.Kind.VALUE, "start cannot be greater than end.");
        }
    }

    /** Without some of the rows. */
    public WindowFrame exclude(Exclusion exclusion) {
        return new WindowFrame(new Node.Frame(frame.rows(), frame.start(), frame.end(), exclusion.sql));
    }

    Node.Frame node() {
        return frame;
    }
}
