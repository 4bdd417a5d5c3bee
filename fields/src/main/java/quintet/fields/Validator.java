package quintet.fields;

import java.util.function.Consumer;

/**
 * Checks one value and throws {@link ValidationError} if it is not acceptable.
 *
 * <p>A validator named in an annotation needs a public constructor
 * without parameters.
 *
 * @param <T> the type of value it checks
 */
@FunctionalInterface
public interface Validator<T> extends Consumer<T> {
    /** Returns if {@code value}, which is never null or empty, is acceptable; throws {@link ValidationError} if not. */
    @Override
    void accept(T value);
}
