package quintet.orm;

import org.jspecify.annotations.Nullable;

/** More than one row where one was asked for. Django's {@code MultipleObjectsReturned}. */
public class MultipleObjectsReturned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable ModelMeta<?> model;

    /** Creates one with a message. */
    public MultipleObjectsReturned(String message) {
        this(message, null);
    }

    /** Creates one about a model. */
    public MultipleObjectsReturned(String message, @Nullable ModelMeta<?> model) {
        super(message);
        this.model = model;
    }

    /**
     * Whether rows of this model (or of one that extends it) were asked for; takes the place of Django's exceptions of each
     * model.
     */
    public boolean isOf(Class<?> type) {
        return model != null && type.isAssignableFrom(model.type());
    }

    /** The model; null if it is not known. */
    public @Nullable ModelMeta<?> model() {
        return model;
    }
}
