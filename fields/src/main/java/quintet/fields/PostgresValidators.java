package quintet.fields;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.fields.internal.NumberRules;

/** Checks of lists, texts by keys, and ranges. Answers to {@code django.contrib.postgres.validators}. */
public final class PostgresValidators {
    private PostgresValidators() {}

    /** A list of at least so many values (Django's {@code ArrayMinLengthValidator}). */
    public static Validator<Collection<?>> arrayMinLength(int limit) {
        return items -> {
            if (items.size() < limit) {
                throw size("fewer", "min_length", limit, items);
            }
        };
    }

    /** A list of at most so many values (Django's {@code ArrayMaxLengthValidator}). */
    public static Validator<Collection<?>> arrayMaxLength(int limit) {
        return items -> {
            if (items.size() > limit) {
                throw size("more", "max_length", limit, items);
            }
        };
    }

    private static ValidationError size(String than, String code, int limit, Collection<?> items) {
        String things = items.size() == 1 ? "item" : "items";
        return new ValidationError(
                "List contains %(show_value)d " + things + ", it should contain no " + than + " than %(limit_value)d.",
                code,
                params(limit, items.size(), items));
    }

    private static Map<String, @Nullable Object> params(Object limit, Object shown, Object value) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("limit_value", limit);
        params.put("show_value", shown);
        params.put("value", value);
        return params;
    }

    /**
     * Texts by keys that have all of these keys, and no others if it is strict (Django's {@code KeysValidator}).
     *
     * @param strict whether other keys are refused
     */
    public static Validator<Map<?, ?>> keys(Collection<String> wanted, boolean strict) {
        Set<String> known = Set.copyOf(wanted);
        return map -> {
            Set<String> missing = new TreeSet<>(known);
            Set<String> extra = new TreeSet<>();
            map.keySet().forEach(key -> {
                missing.remove(key.toString());
                extra.add(key.toString());
            });
            extra.removeAll(known);
            if (!missing.isEmpty()) {
                throw new ValidationError(
                        "Some keys were missing: %(keys)s", "missing_keys", Map.of("keys", String.join(", ", missing)));
            }
            if (strict && !extra.isEmpty()) {
                throw new ValidationError(
                        "Some unknown keys were provided: %(keys)s",
                        "extra_keys", Map.of("keys", String.join(", ", extra)));
            }
        };
    }

    /** A range that has a lower bound, not below the limit (Django's {@code RangeMinValueValidator}). */
    public static Validator<Range<?>> rangeMinValue(Object limit) {
        return range -> {
            if (!range.isEmpty() && (range.lower() == null || compare(range.lower(), limit) < 0)) {
                throw new ValidationError(
                        "Ensure that the lower bound of the range is not less than %(limit_value)s.",
                        "min_value", params(limit, range, range));
            }
        };
    }

    /** A range that has an upper bound, not above the limit (Django's {@code RangeMaxValueValidator}). */
    public static Validator<Range<?>> rangeMaxValue(Object limit) {
        return range -> {
            if (!range.isEmpty() && (range.upper() == null || compare(range.upper(), limit) > 0)) {
                throw new ValidationError(
                        "Ensure that the upper bound of the range is not greater than %(limit_value)s.",
                        "max_value", params(limit, range, range));
            }
        };
    }

    private static int compare(Object bound, Object limit) {
        return NumberRules.compare(moment(bound), moment(limit));
    }

    /** Moments are compared as such, whatever their Java type; those without a zone are UTC's. */
    private static Object moment(Object value) {
        return switch (value) {
            case OffsetDateTime at -> at.toInstant();
            case ZonedDateTime at -> at.toInstant();
            case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
            case Instant at -> at;
            default -> value;
        };
    }
}
