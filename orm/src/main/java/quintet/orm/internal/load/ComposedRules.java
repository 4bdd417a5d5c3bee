package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldError;
import quintet.fields.FieldKind;
import quintet.fields.PostgresValidators;
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
                        : List.of(PostgresValidators.keys(field.texts("keys"), field.flag("strictKeys", false)));
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
            list.add(PostgresValidators.arrayMaxLength(field.integer("size", -1)));
        }
        return list;
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
                    errors.add(error.ofItem("Item %(nth)s in the array did not validate:", nth));
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

    private static List<Validator<?>> range(FieldDeclaration field) {
        List<Validator<?>> list = new ArrayList<>();
        ValueType bound = ValueType.of(field).item();
        if (bound == null) {
            return list;
        }
        if (field.has("min")) {
            list.add(PostgresValidators.rangeMinValue(
                    java.util.Objects.requireNonNull(bound.prepare(field.text("min")))));
        }
        if (field.has("max")) {
            list.add(PostgresValidators.rangeMaxValue(
                    java.util.Objects.requireNonNull(bound.prepare(field.text("max")))));
        }
        return list;
    }
}
