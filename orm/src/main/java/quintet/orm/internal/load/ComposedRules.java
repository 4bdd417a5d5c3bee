package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldError;
import quintet.fields.FieldKind;
import quintet.fields.Range;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.orm.internal.sql.ValueType;

/** The rules of lists, ranges and texts by keys. */
final class ComposedRules {
    private ComposedRules() {}

    /** The rules of a field; {@code ofItem} gives those of what a list holds. */
    static List<Validator<?>> of(FieldDeclaration field, Function<FieldDeclaration, List<Validator<Object>>> ofItem) {
        return switch (field.kind()) {
            case ARRAY -> array(field, ofItem);
            case HSTORE ->
                field.texts("keys").isEmpty()
                        ? List.of()
                        : List.of(keys(Set.copyOf(field.texts("keys")), field.flag("strictKeys", false)));
            case INTEGER_RANGE, BIG_INTEGER_RANGE, DECIMAL_RANGE, DATE_RANGE, DATETIME_RANGE -> range(field);
            default -> List.of();
        };
    }

    private static List<Validator<?>> array(
            FieldDeclaration field, Function<FieldDeclaration, List<Validator<Object>>> ofItem) {
        List<Validator<?>> list = new ArrayList<>();
        FieldDeclaration base = field.value("base", FieldDeclaration.class);
        if (base != null) {
            list.add(items(base, ofItem.apply(base)));
            if (base.kind() == FieldKind.ARRAY) {
                list.add(rectangle());
            }
        }
        if (field.has("size")) {
            list.add(size(field.integer("size", -1)));
        }
        return list;
    }

    private static Validator<Collection<?>> size(int limit) {
        return items -> {
            if (items.size() > limit) {
                Map<String, Object> params = new LinkedHashMap<>();
                params.put("limit_value", limit);
                params.put("show_value", items.size());
                params.put("value", items);
                String things = items.size() == 1 ? "item" : "items";
                throw new ValidationError(
                        "List contains %(show_value)d " + things + ", it should contain no more than %(limit_value)d.",
                        "max_length",
                        params);
            }
        };
    }

    private static Validator<Collection<?>> rectangle() {
        return items -> {
            Set<Integer> sizes = new TreeSet<>();
            items.forEach(item -> sizes.add(item instanceof Collection<?> inner ? inner.size() : -1));
            if (sizes.size() > 1) {
                throw new ValidationError("Nested arrays must have the same length.", "nested_array_mismatch");
            }
        };
    }

    private static Validator<Collection<?>> items(FieldDeclaration base, List<Validator<Object>> rules) {
        return items -> {
            List<FieldError> errors = new ArrayList<>();
            int nth = 0;
            for (Object item : items) {
                nth++;
                for (FieldError error : item(base, rules, item)) {
                    Map<String, Object> params = new LinkedHashMap<>(error.params());
                    params.put("nth", nth);
                    errors.add(new FieldError(
                            "Item " + nth + " in the array did not validate: "
                                    + error.text().replace("%", "%%"),
                            "item_invalid",
                            params));
                }
            }
            if (!errors.isEmpty()) {
                throw ValidationError.of(errors);
            }
        };
    }

    private static List<FieldError> item(FieldDeclaration base, List<Validator<Object>> rules, @Nullable Object item) {
        if (item == null) {
            return base.nullable() ? List.of() : List.of(new FieldError("This field cannot be null.", "null"));
        }
        List<FieldError> errors = new ArrayList<>();
        for (Validator<Object> rule : rules) {
            try {
                rule.accept(item);
            } catch (ValidationError e) {
                errors.addAll(e.errors());
            }
        }
        return errors;
    }

    private static Validator<Map<?, ?>> keys(Set<String> wanted, boolean strict) {
        return map -> {
            Set<String> missing = new TreeSet<>(wanted);
            map.keySet().forEach(key -> missing.remove(key.toString()));
            if (!missing.isEmpty()) {
                throw new ValidationError(
                        "Some keys were missing: %(keys)s", "missing_keys", Map.of("keys", String.join(", ", missing)));
            }
            Set<String> extra = new TreeSet<>();
            map.keySet().forEach(key -> extra.add(key.toString()));
            extra.removeAll(wanted);
            if (strict && !extra.isEmpty()) {
                throw new ValidationError(
                        "Some unknown keys were provided: %(keys)s",
                        "extra_keys", Map.of("keys", String.join(", ", extra)));
            }
        };
    }

    private static List<Validator<?>> range(FieldDeclaration field) {
        List<Validator<?>> list = new ArrayList<>();
        ValueType bound = ValueType.of(field).item();
        if (bound == null) {
            return list;
        }
        if (field.has("min")) {
            Object limit = bound.prepare(field.text("min"));
            list.add((Validator<Range<?>>) range -> {
                Object lower = bound.prepare(range.lower());
                if (!range.isEmpty() && (lower == null || compare(lower, limit) < 0)) {
                    throw outside("lower", "less", "min_value", limit);
                }
            });
        }
        if (field.has("max")) {
            Object limit = bound.prepare(field.text("max"));
            list.add((Validator<Range<?>>) range -> {
                Object upper = bound.prepare(range.upper());
                if (!range.isEmpty() && (upper == null || compare(upper, limit) > 0)) {
                    throw outside("upper", "greater", "max_value", limit);
                }
            });
        }
        return list;
    }

    @SuppressWarnings("unchecked") // bounds of one kind are compared
    private static int compare(Object a, @Nullable Object b) {
        return ((Comparable<@Nullable Object>) a).compareTo(b);
    }

    private static ValidationError outside(String bound, String than, String code, @Nullable Object limit) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("limit_value", limit);
        return new ValidationError(
                "Ensure that the " + bound + " bound of the range is not " + than + " than %(limit_value)s.",
                code,
                params);
    }
}
