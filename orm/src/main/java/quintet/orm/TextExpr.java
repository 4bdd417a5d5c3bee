package quintet.orm;

import org.jspecify.annotations.Nullable;
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

    /** Equal to another text but for upper and lower case. */
    public Cond<R> iexact(Expr<? super R, String> other) {
        return compare("iexact", other);
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

    /** Has the other text in it, whatever the case. */
    public Cond<R> icontains(Expr<? super R, String> other) {
        return compare("icontains", other);
    }

    /** Begins with the text. */
    public Cond<R> startsWith(String text) {
        return compare("startswith", text);
    }

    /** Begins with the other text. */
    public Cond<R> startsWith(Expr<? super R, String> other) {
        return compare("startswith", other);
    }

    /** Begins with the text, whatever the case. */
    public Cond<R> istartsWith(String text) {
        return compare("istartswith", text);
    }

    /** Begins with the other text, whatever the case. */
    public Cond<R> istartsWith(Expr<? super R, String> other) {
        return compare("istartswith", other);
    }

    /** Ends with the text. */
    public Cond<R> endsWith(String text) {
        return compare("endswith", text);
    }

    /** Ends with the other text. */
    public Cond<R> endsWith(Expr<? super R, String> other) {
        return compare("endswith", other);
    }

    /** Ends with the text, whatever the case. */
    public Cond<R> iendsWith(String text) {
        return compare("iendswith", text);
    }

    /** Ends with the other text, whatever the case. */
    public Cond<R> iendsWith(Expr<? super R, String> other) {
        return compare("iendswith", other);
    }

    /** Matches the regular expression somewhere. */
    public Cond<R> regex(String pattern) {
        return compare("regex", pattern);
    }

    /** Matches the regular expression of another text somewhere. */
    public Cond<R> regex(Expr<? super R, String> other) {
        return compare("regex", other);
    }

    /** Matches the regular expression somewhere, whatever the case. */
    public Cond<R> iregex(String pattern) {
        return compare("iregex", pattern);
    }

    /** Matches the regular expression of another text somewhere, whatever the case. */
    public Cond<R> iregex(Expr<? super R, String> other) {
        return compare("iregex", other);
    }

    /** In lower case. */
    public TextExpr<R> lower() {
        return Functions.lower(this);
    }

    /** In upper case. */
    public TextExpr<R> upper() {
        return Functions.upper(this);
    }

    /** Without white space at both ends. */
    public TextExpr<R> trim() {
        return Functions.trim(this);
    }

    /** Without white space at the start. */
    public TextExpr<R> ltrim() {
        return Functions.ltrim(this);
    }

    /** Without white space at the end. */
    public TextExpr<R> rtrim() {
        return Functions.rtrim(this);
    }

    /** The number of characters. */
    public NumberExpr<R, Integer> length() {
        return Functions.length(this);
    }

    /** The first characters. */
    public TextExpr<R> left(int count) {
        return Functions.left(this, count);
    }

    /** The last characters. */
    public TextExpr<R> right(int count) {
        return Functions.right(this, count);
    }

    /** A part, from a place counted from 1 to the end. */
    public TextExpr<R> substr(int from) {
        return Functions.substr(this, from);
    }

    /** A part, from a place counted from 1. */
    public TextExpr<R> substr(int from, int length) {
        return Functions.substr(this, from, length);
    }

    /** With each occurrence of a text replaced. */
    public TextExpr<R> replace(String what, String by) {
        return Functions.replace(this, what, by);
    }

    /** The characters backwards. */
    public TextExpr<R> reverse() {
        return Functions.reverse(this);
    }

    /** Where a text first stands in this one, counted from 1; 0: nowhere. */
    public NumberExpr<R, Integer> strIndex(String part) {
        return Functions.strIndex(this, part);
    }

    /** This text and others one after the other; missing ones count as empty. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final TextExpr<R> concat(Expr<R, String>... others) {
        return Functions.concat(this, others);
    }

    /** Compared and sorted by a collation of the database. */
    public TextExpr<R> collate(String collation) {
        return Functions.collate(this, collation);
    }

    @Override
    public TextExpr<R> coalesce(String otherwise) {
        return new TextExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public TextExpr<R> coalesce(Expr<? super R, ? extends String> otherwise) {
        return new TextExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public TextExpr<R> nullIf(String other) {
        return new TextExpr<>(super.nullIf(other).node());
    }

    @Override
    public TextExpr<R> slice(int start, @Nullable Integer end) {
        return new TextExpr<>(super.slice(start, end).node());
    }

    @Override
    public TextExpr<R> as(String name) {
        return new TextExpr<>(named(name));
    }
}
