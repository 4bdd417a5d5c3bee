package quintet.orm;

import quintet.fields.BigAutoField;

/** A model with the usual primary key: {@code id}, counted up by the database. */
public abstract class Model extends KeyedModel<Long> {
    /** The primary key; null until the object is saved. */
    @BigAutoField
    @SuppressWarnings("NullAway.Init") // null before the first save; annotating it would burden every use
    public Long id;

    /** Makes an object that is not in the database. */
    protected Model() {}

    @Override
    public final Long key() {
        return id;
    }
}
