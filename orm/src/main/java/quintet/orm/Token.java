package quintet.orm;

/**
 * Names a field of {@code R} or a way through its relations: what admin lists, forms, {@code selectRelated} and
 * {@code only} take.
 *
 * @param <R> the model it starts from
 */
public interface Token<R> {
    /** Django's spelling, such as {@code author__name}. */
    String path();
}
