package quintet.orm.internal.sql;

import org.jspecify.annotations.Nullable;
import quintet.orm.ModelMeta;

/** A table in a FROM clause, and how it is joined. */
final class Join {
    final ModelMeta<?> model;
    final String alias;
    final @Nullable Join parent;
    /** The hop this join is for; two joins of one hop from one parent may be one. */
    final @Nullable Hop hop;

    final boolean nullable;
    /** What the rows joined must meet beside the columns; null: nothing. */
    R.@Nullable C condition;

    boolean outer;
    int uses;

    Join(ModelMeta<?> model, String alias, @Nullable Join parent, @Nullable Hop hop) {
        this.model = model;
        this.alias = alias;
        this.parent = parent;
        this.hop = hop;
        this.nullable = hop != null && hop.nullable();
        this.outer = parent != null && (nullable || parent.outer);
    }

    @Override
    public String toString() {
        return alias;
    }
}
