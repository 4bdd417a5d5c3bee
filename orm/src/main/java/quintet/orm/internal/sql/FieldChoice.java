package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.internal.query.Query;

/** Which fields {@code only} and {@code defer} leave, at each place of {@code selectRelated}. */
final class FieldChoice {
    private final boolean deferring;
    private final Map<String, Set<String>> byPath = new HashMap<>();

    FieldChoice(Query query) {
        this.deferring = query.isDeferring();
        for (String name : query.fields()) {
            int at = name.lastIndexOf("__");
            String path = at < 0 ? "" : name.substring(0, at);
            byPath.computeIfAbsent(path, p -> new HashSet<>()).add(at < 0 ? name : name.substring(at + 2));
            if (!deferring && at >= 0) {
                // The reference on the way is needed too.
                int first = name.indexOf("__");
                byPath.computeIfAbsent("", p -> new HashSet<>()).add(name.substring(0, first));
            }
        }
    }

    /** The fields to load, or null for all. */
    @Nullable
    List<FieldMeta> of(String path, ModelMeta<?> model) {
        Set<String> names = byPath.get(path);
        if (names == null) {
            return null;
        }
        Set<FieldMeta> named = new HashSet<>();
        names.forEach(name -> named.add(model.field(name).declared()));
        List<FieldMeta> fields = new ArrayList<>();
        for (FieldMeta field : model.columns()) {
            if (field.isPrimaryKey() || named.contains(field.declared()) != deferring) {
                fields.add(field);
            }
        }
        return fields.size() == model.columns().size() ? null : fields;
    }
}
