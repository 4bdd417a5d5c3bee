package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Site;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Meta;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.ModelSetting;
import quintet.orm.QueryError;
import quintet.orm.ReverseMeta;
import quintet.orm.Row;

/**
 * The models of one site. Those of the apps are found when the site opens; another one joins when it is first used.
 * Nothing here holds a lock while a model's class is initialised.
 */
public final class ModelRegistry {
    private static final ModelRegistry WITHOUT_SITE = new ModelRegistry(List.of());

    private final List<App> apps;
    private final Map<String, Class<?>> swaps = new java.util.LinkedHashMap<>();
    private final Map<Class<?>, ModelMeta<?>> byClass = new ConcurrentHashMap<>();
    private final Map<FieldMeta, ThroughModel> throughs = new ConcurrentHashMap<>();
    private final Map<String, ModelMeta<?>> byLabel = new ConcurrentHashMap<>();
    private volatile @Nullable BackIndex backs;

    /** An empty registry whose labels come from these apps. */
    public ModelRegistry(List<App> apps) {
        this.apps = apps;
    }

    /** The registry of the current site; outside of sites one that knows models by their packages alone. */
    public static ModelRegistry current() {
        Site site = Site.find().orElse(null);
        return site == null ? WITHOUT_SITE : site.service(ModelRegistry.class);
    }

    /** Finds the models of all apps and initialises them and their companions, on this thread, in order. */
    public static ModelRegistry open(Site site) {
        ModelRegistry registry = new ModelRegistry(site.apps());
        site.settings()
                .parts(ModelSetting.class)
                .forEach(setting -> registry.swaps.put(setting.name(), setting.model()));
        for (App app : site.apps()) {
            for (Class<?> type : app.classes("")) {
                if (Companions.isConcreteModel(type)) {
                    registry.meta(type);
                }
            }
        }
        registry.backIndex();
        return registry;
    }

    /** The metadata of a model class. */
    @SuppressWarnings("unchecked") // the metadata of M is kept under M
    public <M> ModelMeta<M> meta(Class<M> type) {
        ModelMeta<?> known = byClass.get(type);
        return (ModelMeta<M>) (known != null ? known : register(type));
    }

    private ModelMeta<?> register(Class<?> type) {
        if (type.isAnonymousClass()) {
            return meta(type.getSuperclass());
        }
        if (!KeyedModel.class.isAssignableFrom(type) || type == Row.class) {
            throw new QueryError(type.getName() + " is not a model: models extend Model or KeyedModel.");
        }
        ModelMeta<?> made = make(type);
        ModelMeta<?> earlier = byClass.putIfAbsent(type, made);
        if (earlier == null) {
            byLabel.put(made.label().toLowerCase(java.util.Locale.ROOT), made);
            backs = null;
            return made;
        }
        return earlier;
    }

    private <M> ModelMeta<M> make(Class<M> type) {
        ModelAccess<M> access = Companions.of(type);
        Meta<?> declared = access.meta();
        Meta<?> options = declared == null ? Meta.of(type) : declared;
        String label = options.appLabel() != null ? options.appLabel() : labelOf(type);
        return new ModelMeta<>(this, access, options, label, type.getSimpleName());
    }

    /** The model of the nearest concrete class a model extends; null if there is none. */
    public @Nullable ModelMeta<?> parent(ModelAccess<?> access) {
        for (Class<?> at = access.type().getSuperclass();
                at != null && at != KeyedModel.class && KeyedModel.class.isAssignableFrom(at);
                at = at.getSuperclass()) {
            if (Companions.isConcreteModel(at)) {
                return meta(at);
            }
        }
        return null;
    }

    private String labelOf(Class<?> type) {
        String name = type.getPackageName();
        App best = null;
        for (App app : apps) {
            boolean holds = name.equals(app.packageName()) || name.startsWith(app.packageName() + ".");
            if (holds
                    && (best == null
                            || app.packageName().length() > best.packageName().length())) {
                best = app;
            }
        }
        return best != null ? best.label() : name.substring(name.lastIndexOf('.') + 1);
    }

    /** Adds a model that has no class. */
    public void add(ModelMeta<Row> meta) {
        byLabel.put(meta.label().toLowerCase(java.util.Locale.ROOT), meta);
        backs = null;
    }

    /** The model the settings put in the place of another; null if it is used itself. */
    public @Nullable ModelMeta<?> swapped(ModelMeta<?> meta) {
        String setting = meta.options().swappable();
        Class<?> other = setting == null ? null : swaps.get(setting);
        return other == null || other == meta.type() ? null : meta(other);
    }

    /** The setting that a model is the value of, with the label of the model that names it; null for most models. */
    public @Nullable Swappable swappable(String label) {
        for (ModelMeta<?> meta : byLabel.values()) {
            String setting = meta.options().swappable();
            if (setting != null) {
                ModelMeta<?> used = swapped(meta) == null ? meta : swapped(meta);
                if (used != null && used.label().equalsIgnoreCase(label)) {
                    return new Swappable(setting, meta.label());
                }
            }
        }
        return null;
    }

    /** The setting that names a model of an app; null if there is none. */
    public @Nullable Swappable swappableIn(String app) {
        return byLabel.values().stream()
                .filter(meta -> meta.appLabel().equals(app))
                .map(meta -> swappable(meta.label()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * A setting that names a model.
     *
     * @param setting its name
     * @param standard the label of the model that is used unless it names another
     */
    public record Swappable(String setting, String standard) {}

    /** The label of the model a setting names, or the given one. */
    public String settingLabel(String setting, String standard) {
        Class<?> type = swaps.get(setting);
        return type == null ? standard : meta(type).label();
    }

    /** All models with classes, by app and name, without the tables between and those that others are put in the place of. */
    public List<ModelMeta<?>> all() {
        return allWithSwapped().stream().filter(meta -> meta.swapped() == null).toList();
    }

    /** The same with those that others are put in the place of. */
    public List<ModelMeta<?>> allWithSwapped() {
        return byLabel.values().stream()
                .filter(meta -> !meta.access().isAbstract())
                .sorted(Comparator.comparing(ModelMeta::label))
                .toList();
    }

    /** A model by {@code app.Model}, in any case; null if there is none. */
    public @Nullable ModelMeta<?> find(String label) {
        return byLabel.get(label.toLowerCase(java.util.Locale.ROOT));
    }

    /** The model a relation points to; for an abstract one, the site's only model that extends it. */
    public ModelMeta<?> target(FieldMeta field) {
        String label = field.declaration().text("targetLabel");
        if (!label.isEmpty()) {
            return Objects.requireNonNull(find(label), () -> field + " points to " + label + ", which is not there.");
        }
        Class<?> type = Objects.requireNonNull(field.declaration().value("target", Class.class));
        return concrete(type, field.toString());
    }

    /** The metadata of a class; of the only model that extends it if it is abstract. */
    public ModelMeta<?> concrete(Class<?> type, String user) {
        if (!java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
            return meta(type);
        }
        List<ModelMeta<?>> found = new ArrayList<>();
        byClass.forEach((known, meta) -> {
            if (type.isAssignableFrom(known) && !meta.access().isAbstract() && meta.swapped() == null) {
                found.add(meta);
            }
        });
        if (found.size() > 1) {
            List<ModelMeta<?>> chosen = found.stream()
                    .filter(meta -> swappable(meta.label()) != null)
                    .toList();
            if (chosen.size() == 1) {
                return chosen.getFirst();
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException(user + " points to the abstract model " + type.getSimpleName()
                    + (found.isEmpty()
                            ? ", which no model of the site's apps extends."
                            : ", which several models extend: " + found + "."));
        }
        return found.getFirst();
    }

    /** The ways back from a model. */
    public List<ReverseMeta> backs(ModelMeta<?> meta) {
        return backIndex().of(meta);
    }

    /** The way back of a relation. */
    public ReverseMeta back(FieldMeta field) {
        return backIndex().of(field);
    }

    private BackIndex backIndex() {
        BackIndex index = backs;
        while (index == null) {
            int before = byLabel.size();
            List<ModelMeta<?>> models = new ArrayList<>(byLabel.values());
            index = new BackIndex(models);
            // Looking for targets may have brought in more models.
            if (byLabel.size() == before) {
                backs = index;
            } else {
                index = null;
            }
        }
        return index;
    }

    /** The table between of a many-to-many field. */
    public ModelMeta<?> through(FieldMeta field) {
        return throughModel(field).meta();
    }

    /** The foreign key of the table between that points to the field's model. */
    public FieldMeta throughSource(FieldMeta field) {
        return throughModel(field).source();
    }

    /** The foreign key of the table between that points to the field's target. */
    public FieldMeta throughTarget(FieldMeta field) {
        return throughModel(field).target();
    }

    private ThroughModel throughModel(FieldMeta field) {
        ThroughModel known = throughs.get(field);
        if (known == null) {
            known = ThroughModel.of(this, field);
            ThroughModel earlier = throughs.putIfAbsent(field, known);
            return earlier == null ? known : earlier;
        }
        return known;
    }
}
