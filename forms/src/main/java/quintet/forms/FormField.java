package quintet.forms;

/**
 * The token of a form record's component, as the processor writes it: {@code ReviewForm_.stars}.
 *
 * @param form the record
 * @param name the component's name
 * @param type the component's type, boxed
 * @param <R> the record
 * @param <V> the component's type
 */
public record FormField<R, V>(Class<R> form, String name, Class<? super V> type) {
    /** A token; V is what the reader of the code says it is. */
    public static <R, V> FormField<R, V> of(Class<R> form, String name, Class<? super V> type) {
        return new FormField<>(form, name, type);
    }

    @Override
    public String toString() {
        return form.getSimpleName() + "_." + name;
    }
}
