package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.internal.query.Node;

/** Functions of texts, reached through {@link Functions}. */
public abstract class TextFunctions {
    TextFunctions() {}

    /** A checked call of a function by Django's name; arguments that are no expressions are values. */
    static Node call(String name, Object... arguments) {
        List<Node> nodes = new ArrayList<>();
        for (Object argument : arguments) {
            nodes.add(Args.node(argument));
        }
        return FunctionArguments.checked(new Node.Call(name, List.copyOf(nodes), List.of()));
    }

    static Node call(String name, Expr<?, ?> first, Expr<?, ?>[] others) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(first.node());
        for (Expr<?, ?> other : others) {
            nodes.add(other.node());
        }
        return FunctionArguments.checked(new Node.Call(name, List.copyOf(nodes), List.of()));
    }

    private static <R> TextExpr<R> text(String name, Object... arguments) {
        return new TextExpr<>(call(name, arguments));
    }

    /** Texts one after the other; missing ones count as empty. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> TextExpr<R> concat(Expr<R, String> first, Expr<R, String>... others) {
        return new TextExpr<>(call("Concat", first, others));
    }

    /** In lower case. */
    public static <R> TextExpr<R> lower(Expr<R, String> text) {
        return text("Lower", text);
    }

    /** In upper case. */
    public static <R> TextExpr<R> upper(Expr<R, String> text) {
        return text("Upper", text);
    }

    /** The number of characters. */
    public static <R> NumberExpr<R, Integer> length(Expr<R, String> text) {
        return new NumberExpr<>(call("Length", text));
    }

    /** A part of a text, from a place counted from 1 to the end. Django's {@code Substr}. */
    public static <R> TextExpr<R> substr(Expr<R, String> text, int from) {
        return text("Substr", text, from);
    }

    /** A part of a text, from a place counted from 1. Django's {@code Substr}. */
    public static <R> TextExpr<R> substr(Expr<R, String> text, int from, int length) {
        return text("Substr", text, from, length);
    }

    /** A part of a text, from a place counted from 1. The same as {@link #substr(Expr, int, int)}. */
    public static <R> TextExpr<R> substring(Expr<R, String> text, int from, int length) {
        return substr(text, from, length);
    }

    /** The first characters. */
    public static <R> TextExpr<R> left(Expr<R, String> text, int count) {
        return text("Left", text, count);
    }

    /** The last characters. */
    public static <R> TextExpr<R> right(Expr<R, String> text, int count) {
        return text("Right", text, count);
    }

    /** A text with each occurrence of another taken out. */
    public static <R> TextExpr<R> replace(Expr<R, String> text, String what) {
        return text("Replace", text, what);
    }

    /** A text with each occurrence of another replaced. */
    public static <R> TextExpr<R> replace(Expr<R, String> text, String what, String by) {
        return text("Replace", text, what, by);
    }

    /** A text with each occurrence of another replaced. */
    public static <R> TextExpr<R> replace(Expr<R, String> text, Expr<R, String> what, Expr<R, String> by) {
        return text("Replace", text, what, by);
    }

    /** A text several times one after the other. */
    public static <R> TextExpr<R> repeat(Expr<R, String> text, int times) {
        return text("Repeat", text, times);
    }

    /** A text several times one after the other. */
    public static <R> TextExpr<R> repeat(Expr<R, String> text, Expr<R, ? extends Number> times) {
        return text("Repeat", text, times);
    }

    /** The characters backwards. */
    public static <R> TextExpr<R> reverse(Expr<R, String> text) {
        return text("Reverse", text);
    }

    /** Without white space at both ends. */
    public static <R> TextExpr<R> trim(Expr<R, String> text) {
        return text("Trim", text);
    }

    /** Without white space at the start. Django's {@code LTrim}. */
    public static <R> TextExpr<R> ltrim(Expr<R, String> text) {
        return text("LTrim", text);
    }

    /** Without white space at the end. Django's {@code RTrim}. */
    public static <R> TextExpr<R> rtrim(Expr<R, String> text) {
        return text("RTrim", text);
    }

    /** Filled with a text at the start up to a length; longer texts are cut. Django's {@code LPad}. */
    public static <R> TextExpr<R> lpad(Expr<R, String> text, int length, String fill) {
        return text("LPad", text, length, fill);
    }

    /** Filled with blanks at the start up to a length. */
    public static <R> TextExpr<R> lpad(Expr<R, String> text, int length) {
        return text("LPad", text, length);
    }

    /** Filled with a text at the end up to a length; longer texts are cut. Django's {@code RPad}. */
    public static <R> TextExpr<R> rpad(Expr<R, String> text, int length, String fill) {
        return text("RPad", text, length, fill);
    }

    /** Filled with blanks at the end up to a length. */
    public static <R> TextExpr<R> rpad(Expr<R, String> text, int length) {
        return text("RPad", text, length);
    }

    /** Where a text first stands in another, counted from 1; 0: nowhere. Django's {@code StrIndex}. */
    public static <R> NumberExpr<R, Integer> strIndex(Expr<R, String> text, String part) {
        return new NumberExpr<>(call("StrIndex", text, part));
    }

    /** Where a text first stands in another, counted from 1; 0: nowhere. */
    public static <R> NumberExpr<R, Integer> strIndex(Expr<R, String> text, Expr<R, String> part) {
        return new NumberExpr<>(call("StrIndex", text, part));
    }

    /** The number of the first character. */
    public static <R> NumberExpr<R, Integer> ord(Expr<R, String> text) {
        return new NumberExpr<>(call("Ord", text));
    }

    /** The character with a number. */
    public static <R> TextExpr<R> chr(Expr<R, ? extends Number> number) {
        return text("Chr", number);
    }

    /** The MD5 sum as hexadecimal digits. */
    public static <R> TextExpr<R> md5(Expr<R, String> text) {
        return text("MD5", text);
    }

    /** The SHA-1 sum as hexadecimal digits. PostgreSQL needs the extension pgcrypto for it. */
    public static <R> TextExpr<R> sha1(Expr<R, String> text) {
        return text("SHA1", text);
    }

    /** The SHA-224 sum as hexadecimal digits. */
    public static <R> TextExpr<R> sha224(Expr<R, String> text) {
        return text("SHA224", text);
    }

    /** The SHA-256 sum as hexadecimal digits. */
    public static <R> TextExpr<R> sha256(Expr<R, String> text) {
        return text("SHA256", text);
    }

    /** The SHA-384 sum as hexadecimal digits. */
    public static <R> TextExpr<R> sha384(Expr<R, String> text) {
        return text("SHA384", text);
    }

    /** The SHA-512 sum as hexadecimal digits. */
    public static <R> TextExpr<R> sha512(Expr<R, String> text) {
        return text("SHA512", text);
    }

    /** A text that is compared and sorted by a collation of the database, such as {@code NOCASE} of SQLite. Django's {@code Collate}. */
    public static <R> TextExpr<R> collate(Expr<R, String> text, String collation) {
        return new TextExpr<>(new Node.Call("Collate", List.of(text.node()), List.of(collation)));
    }
}
