package quintet.contenttypes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.fields.AutoField;
import quintet.fields.CharField;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.ModelMeta;
import quintet.orm.QuerySet;

/**
 * A model of the site as a row, so that other rows can name it. Django's {@code ContentType}; the table is shared with a
 * Django project.
 */
public class ContentType extends KeyedModel<Integer> {
    /** All content types. */
    public static final Manager<ContentType> objects = new Manager<>(ContentType.class);

    /** The primary key; null until the row is saved. */
    @AutoField
    @SuppressWarnings("NullAway.Init") // null before the first save
    public Integer id;

    /** The label of the model's app. */
    @CharField(maxLength = 100)
    public String appLabel = "";

    /** The name of the model's class in small letters. */
    @CharField(maxLength = 100, verboseName = "python model class name")
    public String model = "";

    /** Django's table. */
    public static final Meta<ContentType> meta = Meta.of(ContentType.class)
            .table("django_content_type")
            .verboseName("content type")
            .verboseNamePlural("content types")
            .uniqueTogether("appLabel", "model")
            .naturalKey(ContentType_.appLabel, ContentType_.model);

    /** Made when a row is read, or for a new one. */
    public ContentType() {}

    /** The content type of a model class, made if it is not there. That of a proxy is its concrete model's. */
    public static ContentType of(Class<? extends KeyedModel<?>> type) {
        return cache().of(ModelMeta.of(type).concrete(), null);
    }

    /** The content types of several model classes, made where they are not there. Django's {@code get_for_models}. */
    public static Map<Class<?>, ContentType> ofAll(Collection<? extends Class<? extends KeyedModel<?>>> types) {
        Map<Class<?>, ContentType> found = new LinkedHashMap<>();
        for (Class<? extends KeyedModel<?>> type : types) {
            found.put(type, of(type));
        }
        return found;
    }

    /** The content type of an object's model, in the database the object came from. */
    public static ContentType of(KeyedModel<?> object) {
        return cache().of(object.meta().concrete(), object.database());
    }

    /**
     * A content type by its key.
     *
     * @throws quintet.orm.DoesNotExist if there is none
     */
    public static ContentType byId(int id) {
        return cache().byId(id, null);
    }

    /** Forgets what is kept of the table; for tests that change it behind the models' back. */
    public static void clearCache() {
        cache().clear();
    }

    static ContentTypeCache cache() {
        return Site.current().service(ContentTypeCache.class);
    }

    /** The model; null if the site no longer has it. */
    public @Nullable ModelMeta<?> modelMeta() {
        return ModelMeta.find(appLabel + "." + model);
    }

    /** The object of this model with a key; null if there is none. Django's {@code get_object_for_this_type}. */
    public @Nullable KeyedModel<?> object(Object key) {
        ModelMeta<?> found = modelMeta();
        Object own = found == null ? null : HeldKeys.key(found, key);
        return found == null || own == null
                ? null
                : (KeyedModel<?>) in(found.baseRows(), database()).find(own).orElse(null);
    }

    /** What people call the model. */
    public String name() {
        ModelMeta<?> found = modelMeta();
        return found == null ? model : found.verboseName();
    }

    /** App and model as people read them. */
    @Override
    public String toString() {
        ModelMeta<?> found = modelMeta();
        return found == null ? model : found.appLabel() + " | " + found.verboseName();
    }

    /** Rows of a database; null: of the default one. */
    static <M> QuerySet<M> in(QuerySet<M> rows, @Nullable String database) {
        return database == null ? rows : rows.using(database);
    }

    /** The key of a type that is saved, as those are that {@link #of} gives. */
    int savedKey() {
        return Objects.requireNonNull(id);
    }
}
