package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.ModelTypes;
import quintet.orm.PlainRelation;
import quintet.orm.QueryError;

/**
 * One step from a model to another.
 *
 * @param field the foreign key that makes the connection
 * @param forward whether it goes the foreign key's way, or back
 * @param many whether one row may meet several
 * @param filtered the name of a relation with a condition of its own; null: all related rows
 * @param plain for a relation without a foreign key, what else its rows must have; else null
 */
record Hop(
        FieldMeta field,
        boolean forward,
        boolean many,
        @Nullable String filtered,
        @Nullable Plain plain) {

    /**
     * A relation whose rows name a model and a key.
     *
     * @param owner the model whose rows are named
     * @param type the column that names the model, beside the one with the key
     */
    record Plain(ModelMeta<?> owner, FieldMeta type) {
        R.C condition(Join rows) {
            String sql = Site.current().service(ModelTypes.class).sql(owner.concrete());
            return new R.C.Compare(Resolver.column(rows, type), "exact", new R.Raw(sql, List.of(), ValueType.of(type)));
        }
    }

    /** From an object to the rows that name it. */
    static Hop plain(ModelMeta<?> owner, PlainRelation relation) {
        ModelMeta<?> target = owner.registry().meta(relation.target());
        if (owner.hasCompositeKey()) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "The key of " + owner.label() + " has several fields, so its relation '" + relation.name()
                            + "' cannot be joined: the other rows hold the key as one text.",
                    "Ask each object for its rows, prefetch them with prefetchRelated, or use a foreign key.");
        }
        Plain plain = new Plain(owner, target.field(relation.typeField()));
        return new Hop(target.field(relation.keyField()), false, true, null, plain);
    }

    /** From a row to the object it names. */
    Hop turned() {
        return new Hop(field, true, false, filtered, plain);
    }

    /** The steps from a model to the one of its parents whose table has something; none if it is its own table. */
    static List<Hop> up(ModelMeta<?> from, ModelMeta<?> owner) {
        List<Hop> hops = new ArrayList<>();
        ModelMeta<?> at = from.concrete();
        while (at != owner.concrete()) {
            FieldMeta link = at.parentLink();
            if (link == null) {
                throw new IllegalStateException(from.label() + " has no parent " + owner.label() + ".");
            }
            hops.add(forward(link));
            at = link.target().concrete();
        }
        return hops;
    }

    /** Whether it leads from a parent's row to the child's. */
    boolean down() {
        return !forward && field.isParentLink();
    }

    static Hop forward(FieldMeta field) {
        return new Hop(field, true, false, null, null);
    }

    static Hop back(FieldMeta field) {
        return new Hop(field, false, !field.isUnique(), null, null);
    }

    Hop filtered(String name) {
        return new Hop(field, forward, many, name, plain);
    }

    ModelMeta<?> to() {
        if (plain != null && forward) {
            return plain.owner();
        }
        return forward ? field.target() : field.model();
    }

    boolean nullable() {
        return !forward || field.isNullable() || plain != null;
    }

    /** The field in the table it leads to; the first of several. */
    FieldMeta toField() {
        return forward ? far() : field;
    }

    /** The field in the table it comes from; the first of several. */
    FieldMeta fromField() {
        return forward ? field : far();
    }

    private FieldMeta far() {
        return plain != null ? plain.owner().key() : field.targetField();
    }

    /** The fields in the table it comes from, one for each of {@link #toFields}. */
    List<FieldMeta> fromFields() {
        return forward ? field.parts() : fars();
    }

    /** The fields in the table it leads to; several for a key with several fields. */
    List<FieldMeta> toFields() {
        return forward ? fars() : field.parts();
    }

    private List<FieldMeta> fars() {
        return plain != null ? List.of(plain.owner().key()) : field.targetFields();
    }
}
