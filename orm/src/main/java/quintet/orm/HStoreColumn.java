package quintet.orm;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A column of texts by their keys. Answers to Django's {@code HStoreField}; PostgreSQL only, with the extension hstore.
 *
 * @param <R> the model it starts from
 */
public final class HStoreColumn<R> extends Expr<R, Map<String, String>> implements Column<R, Map<String, String>> {
    /** A field of the model itself. */
    public HStoreColumn(String name) {
        super(new Node.Path(name));
    }

    /** A field of the model that a relation leads to. */
    public HStoreColumn(Relation<R, ?> from, String name) {
        super(new Node.Path(Node.join(from.path(), name)));
    }

    /** The text of a key; NULL where the key is missing. */
    public TextExpr<R> key(String key) {
        return new TextExpr<>(new Node.JsonStep(node(), key));
    }

    /** Has these keys with these texts. */
    public Cond<R> contains(Map<String, ? extends @Nullable String> texts) {
        return compare("contains", texts);
    }

    /** Has no keys but these, with these texts. Django's {@code contained_by}. */
    public Cond<R> containedBy(Map<String, ? extends @Nullable String> texts) {
        return compare("contained_by", texts);
    }

    /** Has this key. */
    public Cond<R> hasKey(String key) {
        return compare("has_key", key);
    }

    /** Has all these keys. */
    public Cond<R> hasKeys(String... keys) {
        return compare("has_keys", Arrays.asList(keys));
    }

    /** Has one of these keys. */
    public Cond<R> hasAnyKeys(String... keys) {
        return compare("has_any_keys", Arrays.asList(keys));
    }

    /** The keys. */
    public ArrayExpr<R, String> keys() {
        return new ArrayExpr<>(transform("keys"));
    }

    /** The texts. */
    public ArrayExpr<R, String> values() {
        return new ArrayExpr<>(transform("values"));
    }

    @Override
    public String path() {
        return ((Node.Path) node()).text();
    }

    @Override
    public Assignment<R> to(@Nullable Map<String, String> value) {
        return Column.super.to(value);
    }
}
