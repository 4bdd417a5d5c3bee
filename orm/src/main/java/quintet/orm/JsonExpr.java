package quintet.orm;

import java.util.Arrays;
import quintet.orm.internal.query.Node;

/**
 * A JSON value.
 *
 * @param <R> the model it starts from
 * @param <T> its Java type
 */
public class JsonExpr<R, T> extends Expr<R, T> {
    /** Wraps a node. */
    public JsonExpr(Node node) {
        super(node);
    }

    /** The value of a key of an object. */
    public JsonExpr<R, Object> key(String key) {
        return new JsonExpr<>(new Node.JsonStep(node(), key));
    }

    /** The value at a place of an array; negative places count from the end. */
    public JsonExpr<R, Object> at(int index) {
        return new JsonExpr<>(new Node.JsonStep(node(), index));
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

    /** Contains another value (PostgreSQL, MariaDB). */
    public Cond<R> contains(Object value) {
        return compare("contains", value);
    }

    @Override
    public JsonExpr<R, T> as(String name) {
        return new JsonExpr<>(named(name));
    }
}
