package quintet.orm.internal.load;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldError;
import quintet.fields.FieldFile;
import quintet.fields.IpProtocol;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.fields.Validators;
import quintet.orm.Cond;
import quintet.orm.Databases;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import quintet.orm.internal.meta.ChoiceLimits;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** A field's own rules: presence, choices, validators, references to rows that are there. */
final class FieldRules {
    /** A field in a kind of database, as that decides how large a number may be. */
    private record Place(FieldMeta field, String vendor) {}

    private static final Map<Place, List<Validator<Object>>> VALIDATORS = new ConcurrentHashMap<>();

    private FieldRules() {}

    static void check(KeyedModel<?> object, FieldMeta field, @Nullable Object given) {
        Object value = plain(field, given);
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
        if (!field.declaration().flag("editable", true)) {
            // What nobody can enter is not checked for presence or choices.
            if (value != null && !empty) {
                validate(object, field, value);
            }
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
        validate(object, field, value);
        if (field.isReference()) {
            checkReference(object, field, value);
        }
    }

    /** The value that rules look at: the key of a reference, the name of a file. */
    private static @Nullable Object plain(FieldMeta field, @Nullable Object given) {
        return switch (given) {
            case Ref<?> ref -> field.keyOf(ref);
            case FieldFile file -> file.name();
            case null -> field.javaType() == FieldFile.class && !field.isNullable() ? "" : null;
            default -> given;
        };
    }

    private static ValidationError error(FieldMeta field, String code, String message, Map<String, ?> params) {
        String own = field.declaration().errorMessages().get(code);
        return new ValidationError(own != null ? own : message, code, params);
    }

    private static void checkChoices(FieldMeta field, Object value) {
        boolean fixed = !field.declaration().has("choicesFrom");
        Class<? extends Enum<?>> type = field.choices();
        if (!field.hasChoices() || "".equals(value) || (fixed && type != null && type.isInstance(value))) {
            return;
        }
        boolean known = field.choiceList().find(value) != null;
        if (!known) {
            Object stored = value instanceof Enum<?> constant ? Choices.valueOf(constant) : value;
            String shown = stored instanceof String text ? "'" + text + "'" : stored.toString();
            throw error(field, "invalid_choice", "Value %(value)s is not a valid choice.", Map.of("value", shown));
        }
    }

    private static void validate(KeyedModel<?> object, FieldMeta field, Object value) {
        List<FieldError> errors = new ArrayList<>();
        Place place =
                new Place(field, Databases.current().get(object.database()).vendor());
        for (Validator<Object> validator : VALIDATORS.computeIfAbsent(place, FieldRules::validators)) {
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

    private static List<Validator<Object>> validators(Place place) {
        return validators(place.field().declaration(), place.vendor());
    }

    private static List<Validator<Object>> validators(FieldDeclaration declaration, String vendor) {
        boolean sqlite = vendor.equals("sqlite");
        List<Validator<?>> list = new ArrayList<>(ComposedRules.of(declaration, item -> validators(item, vendor)));
        switch (declaration.kind()) {
            case EMAIL -> list.add(Validators.email());
            case URL -> list.add(Validators.url());
            case SLUG ->
                list.add(declaration.flag("allowUnicode", false) ? Validators.unicodeSlug() : Validators.slug());
            case IP_ADDRESS -> {
                IpProtocol protocol = declaration.value("protocol", IpProtocol.class);
                list.add(Validators.ip(protocol == null ? IpProtocol.BOTH : protocol));
            }
            case DECIMAL -> {
                int digits = declaration.integer("maxDigits", -1);
                if (digits >= 0) {
                    list.add(Validators.decimal(digits, declaration.integer("decimalPlaces", -1)));
                }
            }
            // SQLite keeps any number of 64 bits, whatever the column is called.
            case INTEGER ->
                limits(list, sqlite ? Long.MIN_VALUE : Integer.MIN_VALUE, sqlite ? Long.MAX_VALUE : Integer.MAX_VALUE);
            case BIG_INTEGER -> limits(list, Long.MIN_VALUE, Long.MAX_VALUE);
            case SMALL_INTEGER ->
                limits(list, sqlite ? Long.MIN_VALUE : Short.MIN_VALUE, sqlite ? Long.MAX_VALUE : Short.MAX_VALUE);
            case POSITIVE_INTEGER -> limits(list, 0, sqlite ? Long.MAX_VALUE : Integer.MAX_VALUE);
            case POSITIVE_SMALL_INTEGER -> limits(list, 0, sqlite ? Long.MAX_VALUE : Short.MAX_VALUE);
            case POSITIVE_BIG_INTEGER -> limits(list, 0, Long.MAX_VALUE);
            default -> {}
        }
        if (declaration.integer("maxLength", -1) > 0 && declaration.value("choices", Class.class) == null) {
            list.add(Validators.maxLength(declaration.integer("maxLength", -1)));
        }
        if (declaration.has("minLength")) {
            list.add(Validators.minLength(declaration.integer("minLength", 0)));
        }
        if (!declaration.kind().isRange()) {
            bound(declaration, "min", list);
            bound(declaration, "max", list);
        }
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

    /** The row pointed to must be there, and among those that the field's limit leaves. */
    private static void checkReference(KeyedModel<?> object, FieldMeta field, Object key) {
        ModelMeta<?> target = field.target();
        Query rows = target.baseRows()
                .query()
                .hint(object)
                .filter(new Node.Lookup(new Node.Path(field.targetPath()), "exact", new Node.Param(key)));
        for (Cond<?> limit : ChoiceLimits.of(field)) {
            rows = rows.filter(limit.node());
        }
        if (!Engine.exists(rows)) {
            Map<String, Object> params = new LinkedHashMap<>();
            params.put("model", target.verboseName());
            params.put("pk", key);
            params.put("field", field.isComposite() ? "pk" : field.targetField().djangoName());
            params.put("value", key);
            throw error(field, "invalid", "%(model)s instance with %(field)s %(value)s is not a valid choice.", params);
        }
    }
}
