package quintet.orm.internal.load;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldError;
import quintet.fields.IpProtocol;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.fields.Validators;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;

/** A field's own rules: presence, choices, validators, references to rows that are there. */
final class FieldRules {
    private static final Map<FieldMeta, List<Validator<Object>>> VALIDATORS = new ConcurrentHashMap<>();

    private FieldRules() {}

    static void check(FieldMeta field, @Nullable Object given) {
        Object value = given instanceof Ref<?> ref ? ref.id() : given;
        boolean empty = value == null
                || "".equals(value)
                || (value instanceof Collection<?> c && c.isEmpty())
                || (value instanceof Map<?, ?> m && m.isEmpty());
        if (empty && field.isBlank()) {
            return;
        }
        boolean byDatabase = value == null && field.hasDatabaseDefault();
        if (field.isAutoNow() || field.isAutoNowAdd() || byDatabase) {
            return;
        }
        if (value == null) {
            if (!field.isNullable() && field.defaultSupplier() == null) {
                throw error(field, "null", "This field cannot be null.", Map.of());
            }
            if (field.isNullable()) {
                throw error(field, "blank", "This field cannot be blank.", Map.of());
            }
            return;
        }
        checkChoices(field, value);
        if (empty) {
            throw error(field, "blank", "This field cannot be blank.", Map.of());
        }
        validate(field, value);
        if (field.isReference()) {
            checkReference(field, value);
        }
    }

    private static ValidationError error(FieldMeta field, String code, String message, Map<String, ?> params) {
        String own = field.declaration().errorMessages().get(code);
        return new ValidationError(own != null ? own : message, code, params);
    }

    private static void checkChoices(FieldMeta field, Object value) {
        Class<? extends Enum<?>> choices = field.choices();
        if (choices == null || choices.isInstance(value) || "".equals(value)) {
            return;
        }
        boolean known = Choices.of(choices).stream()
                .anyMatch(pair -> pair.value().toString().equals(value.toString()));
        if (!known) {
            String shown = value instanceof String text ? "'" + text + "'" : value.toString();
            throw error(field, "invalid_choice", "Value %(value)s is not a valid choice.", Map.of("value", shown));
        }
    }

    private static void validate(FieldMeta field, Object value) {
        List<FieldError> errors = new ArrayList<>();
        for (Validator<Object> validator : VALIDATORS.computeIfAbsent(field, FieldRules::validators)) {
            try {
                validator.accept(value);
            } catch (ValidationError e) {
                String own = field.declaration().errorMessages().get(e.code());
                e.errors()
                        .forEach(error ->
                                errors.add(own == null ? error : new FieldError(own, error.code(), error.params())));
            }
        }
        if (!errors.isEmpty()) {
            throw ValidationError.of(errors);
        }
    }

    private static List<Validator<Object>> validators(FieldMeta field) {
        FieldDeclaration declaration = field.declaration();
        List<Validator<?>> list = new ArrayList<>();
        switch (field.kind()) {
            case EMAIL -> list.add(Validators.email());
            case URL -> list.add(Validators.url());
            case SLUG ->
                list.add(declaration.flag("allowUnicode", false) ? Validators.unicodeSlug() : Validators.slug());
            case IP_ADDRESS -> {
                IpProtocol protocol = declaration.value("protocol", IpProtocol.class);
                list.add(Validators.ip(protocol == null ? IpProtocol.BOTH : protocol));
            }
            case DECIMAL -> {
                if (field.maxDigits() >= 0) {
                    list.add(Validators.decimal(field.maxDigits(), field.decimalPlaces()));
                }
            }
            case INTEGER -> limits(list, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case SMALL_INTEGER -> limits(list, Short.MIN_VALUE, Short.MAX_VALUE);
            case POSITIVE_INTEGER -> limits(list, 0, Integer.MAX_VALUE);
            case POSITIVE_SMALL_INTEGER -> limits(list, 0, Short.MAX_VALUE);
            case POSITIVE_BIG_INTEGER -> limits(list, 0, Long.MAX_VALUE);
            default -> {}
        }
        if (field.maxLength() > 0 && field.choices() == null) {
            list.add(Validators.maxLength(field.maxLength()));
        }
        if (declaration.has("minLength")) {
            list.add(Validators.minLength(declaration.integer("minLength", 0)));
        }
        bound(declaration, "min", list);
        bound(declaration, "max", list);
        for (Object type : declaration.list("validators")) {
            list.add(make((Class<?>) type));
        }
        return list.stream().map(FieldRules::untyped).toList();
    }

    private static void limits(List<Validator<?>> list, long min, long max) {
        list.add(Validators.minValue(min));
        list.add(Validators.maxValue(max));
    }

    private static void bound(FieldDeclaration declaration, String option, List<Validator<?>> list) {
        Object limit = declaration.options().get(option);
        if (limit != null) {
            Object value = limit instanceof String text ? new BigDecimal(text) : limit;
            list.add(option.equals("min") ? Validators.minValue(value) : Validators.maxValue(value));
        }
    }

    private static Validator<?> make(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Validator<?>) constructor.newInstance();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(
                    "The validator " + type.getName() + " needs a constructor without parameters.", e);
        }
    }

    @SuppressWarnings("unchecked") // a validator is named on fields of its type
    private static Validator<Object> untyped(Validator<?> validator) {
        return (Validator<Object>) validator;
    }

    private static void checkReference(FieldMeta field, Object key) {
        ModelMeta<?> target = field.target();
        boolean there = Engine.exists(target.rows()
                .query()
                .filter(new Node.Lookup(new Node.Path(field.targetField().name()), "exact", new Node.Param(key))));
        if (!there) {
            throw error(
                    field,
                    "invalid",
                    "%(model)s instance with %(field)s %(value)s does not exist.",
                    Map.of(
                            "model",
                            target.verboseName(),
                            "field",
                            field.targetField().name(),
                            "value",
                            key));
        }
    }
}
