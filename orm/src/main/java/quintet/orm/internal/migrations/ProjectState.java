package quintet.orm.internal.migrations;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All models at one point of history; an immutable value. */
public final class ProjectState {
    /** No models. */
    public static final ProjectState EMPTY = new ProjectState(Map.of());

    private final Map<ModelKey, ModelState> models;

    private ProjectState(Map<ModelKey, ModelState> models) {
        this.models = Collections.unmodifiableMap(models);
    }

    /** A state of these models. */
    public static ProjectState of(Collection<ModelState> models) {
        Map<ModelKey, ModelState> all = new LinkedHashMap<>();
        models.forEach(model -> all.put(model.key(), model));
        return new ProjectState(all);
    }

    /** The models by key, in the order they were added. */
    public Map<ModelKey, ModelState> models() {
        return models;
    }

    /** A model, or null. */
    public @Nullable ModelState find(ModelKey key) {
        return models.get(key);
    }

    /** A model that must be there. */
    public ModelState get(ModelKey key) {
        ModelState model = models.get(key);
        if (model == null) {
            throw new MigrationException("There is no model " + key + " at this point of the history. Models of '"
                    + key.app() + "': "
                    + models.values().stream()
                            .filter(m -> m.app().equals(key.app()))
                            .map(ModelState::name)
                            .toList());
        }
        return model;
    }

    /** A copy with the model added or replaced. */
    public ProjectState with(ModelState model) {
        Map<ModelKey, ModelState> all = new LinkedHashMap<>(models);
        all.put(model.key(), model);
        return new ProjectState(all);
    }

    /** A copy without the model. */
    public ProjectState without(ModelKey key) {
        Map<ModelKey, ModelState> all = new LinkedHashMap<>(models);
        all.remove(key);
        return new ProjectState(all);
    }

    /** A copy in which every model is replaced by what the function makes of it; the order stays. */
    public ProjectState map(UnaryOperator<ModelState> change) {
        Map<ModelKey, ModelState> all = new LinkedHashMap<>();
        models.values().forEach(model -> {
            ModelState changed = change.apply(model);
            all.put(changed.key(), changed);
        });
        return new ProjectState(all);
    }
}
