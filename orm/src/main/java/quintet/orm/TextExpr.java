package quintet.orm;

import java.util.List;
import quintet.orm.internal.query.Node;

/**
 * A text.
 *
 * @param <R> the model it starts from
 */
public class TextExpr<R> extends Expr<R, String> {
    /** Wraps a node. */
    public TextExpr(Node node) {
        super(node);
    }

    /** Equal but for upper and lower case. */
    public Cond<R> iexact(String text) {
        return compare("iexact", text);
    }

    /** Has the text in it. SQLite ignores the case of ASCII letters here, as with Django. */
    public Cond<R> contains(String text) {
        return compare("contains", text);
    }

    /** Has the text in it. */
    public Cond<R> contains(Expr<? super R, String> text) {
        return compare("contains", text);
    }

    /** Has the text in it, whatever the case. */
    public Cond<R> icontains(String text) {
        return compare("icontains", text);
    }

    /** Begins with the text. */
    public Cond<R> startsWith(String text) {
        return compare("startswith", text);
    }

    /** Begins with the text, whatever the case. */
    public Cond<R> istartsWith(String text) {
        return compare("istartswith", text);
    }

    /** Ends with the text. */
    public Cond<R> endsWith(String text) {
        return compare("endswith", text);
    }

    /** Ends with the text, whatever the case. */
    public Cond<R> iendsWith(String text) {
        return compare("iendswith", text);
    }

    /** Matches the regular expression somewhere. */
    public Cond<R> regex(String pattern) {
        return compare("regex", pattern);
    }

    /** Matches the regular expression somewhere, whatever the case. */
    public Cond<R> iregex(String pattern) {
        return compare("iregex", pattern);
    }

    /** In lower case. */
    public TextExpr<R> lower() {
        return call("Lower");
    }

    /** In upper case. */
    public TextExpr<R> upper() {
        return call("Upper");
    }

    /** Without white space at both ends. */
    public TextExpr<R> trim() {
        return call("Trim");
    }

    /** The number of characters. */
    public NumberExpr<R, Integer> length() {
        return new NumberExpr<>(new Node.Call("Length", List.of(node()), List.of()));
    }

    private TextExpr<R> call(String name) {
        return new TextExpr<>(new Node.Call(name, List.of(node()), List.of()));
    }

    @Override
    public TextExpr<R> as(String name) {
        return new TextExpr<>(named(name));
    }
}
