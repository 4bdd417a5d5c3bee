package quintet.orm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which database a model's rows are read from and written to, where code does not name one. Given to the settings:
 * {@code .with(Routers.of(new Replicas()))}. A method that answers null leaves the question to the next router; after the
 * last one the database of the object at hand is used, else the default. Answers to Django's database routers.
 */
public interface Router {
    /**
     * The alias of the database to read rows of a model from.
     *
     * @param instance the object the query starts from, such as the author of {@code author.books}; null: none
     */
    default @Nullable String dbForRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        return null;
    }

    /**
     * The alias of the database to write rows of a model to.
     *
     * @param instance the object that is saved or deleted, or whose relation is changed; null: none
     */
    default @Nullable String dbForWrite(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
        return null;
    }

    /** Whether two objects may be related; by default those of one database may. */
    default @Nullable Boolean allowRelation(KeyedModel<?> first, KeyedModel<?> second) {
        return null;
    }

    /**
     * Whether a migration may make or change the table of a model in a database.
     *
     * @param database the alias
     * @param app the app's label
     * @param model the model's name in small letters; null for steps of SQL or code
     * @param hints what such a step was given with {@code hints(...)}
     */
    default @Nullable Boolean allowMigrate(
            String database, String app, @Nullable String model, Map<String, Object> hints) {
        return null;
    }
}
