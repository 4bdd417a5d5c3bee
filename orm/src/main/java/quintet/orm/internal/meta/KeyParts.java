package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;

/** Keys with several fields as plain lists. */
public final class KeyParts {
    private KeyParts() {}

    /**
     * The values of a key one after the other. A value that is itself a key with several fields (a list, a reference or an object)
     * gives all of its values.
     */
    public static List<@Nullable Object> flat(@Nullable Object key) {
        List<@Nullable Object> values = new ArrayList<>();
        add(key, values);
        return values;
    }

    private static void add(@Nullable Object given, List<@Nullable Object> into) {
        switch (given) {
            case Ref<?> ref -> add(ref.id(), into);
            case KeyedModel<?> object -> add(object.key(), into);
            case List<?> list -> list.forEach(part -> add(part, into));
            case Object[] array -> Arrays.asList(array).forEach(part -> add(part, into));
            case null, default -> into.add(given);
        }
    }

    /**
     * A key of a model in the form that its objects give, with each value in the Java type of its field.
     *
     * @throws QueryError if it has not one value for each field
     */
    public static List<Object> typed(ModelMeta<?> model, Object key) {
        List<FieldMeta> fields = model.keyFields();
        List<@Nullable Object> flat = flat(key);
        if (flat.size() != fields.size() || flat.contains(null)) {
            throw wrongSize(fields.size());
        }
        List<Object> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            values.add(JavaValues.ofKey(fields.get(i), java.util.Objects.requireNonNull(flat.get(i))));
        }
        return Collections.unmodifiableList(values);
    }

    /** The error for a key with another number of values. */
    public static QueryError wrongSize(int fields) {
        return new QueryError(
                "The key has " + fields + " fields, so it is compared with a list of " + fields + " values.");
    }
}
