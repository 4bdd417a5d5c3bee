package quintet.orm.internal.load;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.ValueType;

/** Values that may occur once a day, month or year of another field. Django's {@code unique_for_date} and the like. */
final class UniqueForDate {
    private static final Map<String, List<String>> UNITS =
            Map.of("date", List.of("day", "month", "year"), "month", List.of("month"), "year", List.of("year"));

    private UniqueForDate() {}

    /** The errors by field. */
    static Map<String, FieldError> check(KeyedModel<?> object, Collection<String> exclude) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        for (FieldMeta field : object.meta().declaredColumns()) {
            check(object, field, "date", field.declaration().text("uniqueForDate"), exclude, errors);
            check(object, field, "year", field.declaration().text("uniqueForYear"), exclude, errors);
            check(object, field, "month", field.declaration().text("uniqueForMonth"), exclude, errors);
        }
        return errors;
    }

    private static void check(
            KeyedModel<?> object,
            FieldMeta field,
            String unit,
            String dateName,
            Collection<String> exclude,
            Map<String, FieldError> errors) {
        if (dateName.isEmpty() || exclude.contains(field.name())) {
            return;
        }
        FieldMeta date = object.meta().field(dateName);
        Object moment = date.get(object);
        if (exclude.contains(date.name()) || moment == null) {
            return;
        }
        LocalDate day = (LocalDate) java.util.Objects.requireNonNull(ValueType.DATE.prepare(moment));
        Query rows = field.owner().manager().all().query().hint(object);
        for (String part : java.util.Objects.requireNonNull(UNITS.get(unit))) {
            int number = switch (part) {
                case "day" -> day.getDayOfMonth();
                case "month" -> day.getMonthValue();
                default -> day.getYear();
            };
            rows = rows.filter(
                    new Node.Lookup(new Node.Path(date.name() + "__" + part), "exact", new Node.Param(number)));
        }
        Object value = field.get(object);
        rows = rows.filter(equal(field, value instanceof Ref<?> ref ? field.keyOf(ref) : value));
        if (Engine.exists(Validation.withoutSelf(rows, object))) {
            errors.put(field.name(), error(object, field, unit, date));
        }
    }

    private static Node.Cond equal(FieldMeta field, @Nullable Object value) {
        return value == null
                ? new Node.Lookup(new Node.Path(field.attribute()), "isnull", new Node.Param(true))
                : new Node.Lookup(new Node.Path(field.attribute()), "exact", new Node.Param(value));
    }

    private static FieldError error(KeyedModel<?> object, FieldMeta field, String unit, FieldMeta date) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("model_name", Validation.capital(object.meta().verboseName()));
        params.put("lookup_type", unit);
        params.put("field", field.djangoName());
        params.put("field_label", Validation.capital(field.verboseName()));
        params.put("date_field", date.djangoName());
        params.put("date_field_label", Validation.capital(date.verboseName()));
        String own = field.declaration().errorMessages().get("unique_for_date");
        return new FieldError(
                own != null ? own : "%(field_label)s must be unique for %(date_field_label)s %(lookup_type)s.",
                "unique_for_date",
                params);
    }
}
