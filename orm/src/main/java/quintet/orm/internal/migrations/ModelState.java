package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;

/**
 * A model at one point of history: its fields in order, its options under Django's names, its parents.
 *
 * @param bases parent models as {@code app.model}; empty for a model without a parent table
 */
public record ModelState(
        String app,
        String name,
        Map<String, FieldState> fields,
        Map<String, @Nullable Object> options,
        List<String> bases) {

    /** Copies what it is given. */
    public ModelState {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        bases = List.copyOf(bases);
    }

    /** The key in a {@link ProjectState}. */
    public ModelKey key() {
        return new ModelKey(app, name);
    }

    /** The name in lower case, as tables and columns use it. */
    public String lowerName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether it has no table of its own. */
    public boolean proxy() {
        return Boolean.TRUE.equals(options.get("proxy"));
    }

    /** Whether migrations make its table. */
    public boolean managed() {
        return !Boolean.FALSE.equals(options.get("managed"));
    }

    /** The table's name. */
    public String table() {
        return options.get("db_table") instanceof String table && !table.isEmpty() ? table : app + "_" + lowerName();
    }

    /** The indexes. */
    public List<IndexState> indexes() {
        return list("indexes", IndexState.class);
    }

    /** The constraints. */
    public List<ConstraintState> constraints() {
        return list("constraints", ConstraintState.class);
    }

    /** The groups of {@code unique_together} or {@code index_together}. */
    public List<List<String>> together(String option) {
        List<List<String>> groups = new ArrayList<>();
        if (options.get(option) instanceof Iterable<?> all) {
            for (Object group : all) {
                List<String> names = new ArrayList<>();
                ((Iterable<?>) group).forEach(name -> names.add(String.valueOf(name)));
                groups.add(List.copyOf(names));
            }
        }
        return groups;
    }

    /** A copy with these fields. */
    public ModelState withFields(Map<String, FieldState> changed) {
        return new ModelState(app, name, changed, options, bases);
    }

    /** A copy with these options. */
    public ModelState withOptions(Map<String, @Nullable Object> changed) {
        return new ModelState(app, name, fields, changed, bases);
    }

    /** A copy with one option; null takes it away. */
    public ModelState withOption(String option, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(options);
        if (value == null) {
            changed.remove(option);
        } else {
            changed.put(option, value);
        }
        return withOptions(changed);
    }

    /** A copy with another name. */
    public ModelState withName(String changed) {
        return new ModelState(app, changed, fields, options, bases);
    }

    private <T> List<T> list(String option, Class<T> type) {
        List<T> result = new ArrayList<>();
        if (options.get(option) instanceof Iterable<?> all) {
            all.forEach(item -> result.add(type.cast(item)));
        }
        return result;
    }
}
