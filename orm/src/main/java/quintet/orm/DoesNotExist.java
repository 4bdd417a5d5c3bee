package quintet.orm;

import org.jspecify.annotations.Nullable;

/** There is no such row. Django's {@code DoesNotExist}; unanswered, it becomes a page 404. */
public class DoesNotExist extends quintet.core.NotFound {
    private static final long serialVersionUID = 1;

    private final transient @Nullable ModelMeta<?> model;

    /** Creates one with a message. */
    public DoesNotExist(String message) {
        this(message, null);
    }

    /** Creates one about a model. */
    public DoesNotExist(String message, @Nullable ModelMeta<?> model) {
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
