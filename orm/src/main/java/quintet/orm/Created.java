package quintet.orm;

/**
 * What {@code getOrCreate} and {@code updateOrCreate} give.
 *
 * @param object the object
 * @param created whether it was not there before
 * @param <M> the model
 */
public record Created<M>(M object, boolean created) {}
