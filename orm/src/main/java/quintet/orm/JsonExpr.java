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

    /** A way of keys and places: {@code path("owner", "pets", 0)}. */
    public JsonExpr<R, Object> path(Object... steps) {
        Node way = node();
        for (Object step : steps) {
            if (!(step instanceof String) && !(step instanceof Integer)) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "A step into a JSON value is a key or a place, not " + step + ".",
                        "path(\"owner\", 0) names a key and then the first of an array.");
            }
            way = new Node.JsonStep(way, step);
        }
        return new JsonExpr<>(way);
    }

    /** The value as text, without JSON's quotes. Django's {@code KT}. */
    public TextExpr<R> text() {
        return new TextExpr<>(TextFunctions.call("KT", this));
    }

    /** The value as a whole number. */
    public NumberExpr<R, Long> integer() {
        return new NumberExpr<>(Functions.cast(text(), Long.class).node());
    }

    /** The value as a number with a fraction. */
    public NumberExpr<R, Double> real() {
        return new NumberExpr<>(Functions.cast(text(), Double.class).node());
    }

    /** Is contained in another value (PostgreSQL, MariaDB). */
    public Cond<R> containedBy(Object value) {
        return compare("contained_by", value);
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
