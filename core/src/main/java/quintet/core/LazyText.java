package quintet.core;

import java.util.function.Supplier;

/**
 * Text that is made when it is read, mostly a translation: {@code static final LazyText TITLE = gettextLazy("Books")}.
 * Templates, forms and {@link #toString()} print it in the language in force at that moment.
 */
public final class LazyText implements CharSequence {
    private final Supplier<? extends CharSequence> source;

    /**
     * Text from a supplier.
     *
     * @param source called at each use
     */
    public LazyText(Supplier<? extends CharSequence> source) {
        this.source = source;
    }

    /**
     * The text as it reads now.
     *
     * @return what the supplier gave, which may be text marked as safe HTML
     */
    public CharSequence now() {
        return source.get();
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return now().toString();
    }
}
