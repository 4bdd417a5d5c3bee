package quintet.orm.internal.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.sql.ValueType;

/**
 * Rows inserted together of which some leave a column to the database and some do not: where the default is a plain value it
 * is written out, so that one statement takes all of them.
 */
final class MixedDefaults {
    private MixedDefaults() {}

    static void fill(ModelMeta<?> meta, List<? extends KeyedModel<?>> rows) {
        for (FieldMeta field : meta.columns()) {
            if (!field.hasDatabaseDefault()) {
                continue;
            }
            long missing = rows.stream().filter(row -> field.get(row) == null).count();
            if (missing == 0 || missing == rows.size()) {
                continue;
            }
            Object value = plain(field);
            if (value != null) {
                rows.stream().filter(row -> field.get(row) == null).forEach(row -> field.set(row, value));
            }
        }
    }

    /** The default, if it is a plain value rather than an expression. */
    private static @Nullable Object plain(FieldMeta field) {
        Node node = field.databaseDefault();
        if (node instanceof Node.Typed typed) {
            node = typed.node();
        }
        if (node != null) {
            return node instanceof Node.Param param ? param.value() : null;
        }
        String literal = field.declaration().text("dbDefault");
        return literal.isEmpty() ? null : ValueType.of(field).prepare(literal);
    }
}
