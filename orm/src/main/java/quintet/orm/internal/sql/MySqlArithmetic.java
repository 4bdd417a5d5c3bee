package quintet.orm.internal.sql;

import java.util.List;

/** Operators as MariaDB and MySQL write them: durations are numbers of microseconds. */
final class MySqlArithmetic {
    private MySqlArithmetic() {}

    static void write(MySqlDialect dialect, Renderer to, R.Op op) {
        ValueType.Base left = op.left().type().base();
        ValueType.Base right = op.right().type().base();
        if (op.type().base() == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            difference(to, op, left);
        } else if (right == ValueType.Base.DURATION && left != ValueType.Base.DURATION) {
            to.text("(");
            to.value(op.left());
            to.text(" ").text(op.operator()).text(" INTERVAL ");
            to.value(op.right());
            to.text(" MICROSECOND)");
        } else if (op.operator().equals("^")) {
            Dialect.call(to, "POW", List.of(op.left(), op.right()));
        } else if (op.operator().equals("#")) {
            dialect.plainOperator(to, new R.Op(op.left(), "^", op.right(), op.type()));
        } else if (op.operator().equals("/") && op.type().base() == ValueType.Base.INTEGER) {
            // Whole numbers stay whole, as on the other databases.
            dialect.plainOperator(to, new R.Op(op.left(), "DIV", op.right(), op.type()));
        } else {
            dialect.plainOperator(to, op);
        }
    }

    private static void difference(Renderer to, R.Op op, ValueType.Base base) {
        if (base == ValueType.Base.TIME) {
            to.text("TIMESTAMPDIFF(MICROSECOND, TIMESTAMP('1970-01-01', ");
            to.value(op.right());
            to.text("), TIMESTAMP('1970-01-01', ");
            to.value(op.left());
            to.text("))");
        } else {
            to.text("TIMESTAMPDIFF(MICROSECOND, ");
            to.value(op.right());
            to.text(", ");
            to.value(op.left());
            to.text(")");
        }
    }
}
