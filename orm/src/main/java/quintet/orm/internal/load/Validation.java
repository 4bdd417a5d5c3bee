package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.orm.Constraint;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Checks objects: field by field, then as a whole, then against the other rows. */
public final class Validation {
    private Validation() {}

    /** Collects errors by field. */
    private static final class Errors {
        private final Map<String, List<FieldError>> byField = new LinkedHashMap<>();

        void add(String field, FieldError error) {
            byField.computeIfAbsent(field, f -> new ArrayList<>()).add(error);
        }

        void add(ValidationError error) {
            Map<String, List<FieldError>> given = error.byField();
            if (given == null) {
                error.errors().forEach(e -> add(ValidationError.NON_FIELD_ERRORS, e));
            } else {
                given.forEach((field, list) -> list.forEach(e -> add(field, e)));
            }
        }

        void run(Runnable check) {
            try {
                check.run();
            } catch (ValidationError e) {
                add(e);
            }
        }

        /** The fields that have errors. */
        Set<String> fields() {
            Set<String> fields = new LinkedHashSet<>(byField.keySet());
            fields.remove(ValidationError.NON_FIELD_ERRORS);
            return fields;
        }

        void finish() {
            if (!byField.isEmpty()) {
                throw ValidationError.ofFields(byField);
            }
        }
    }

    /** All checks, or without those of uniqueness and constraints. */
    public static void fullClean(
            KeyedModel<?> object, Collection<String> exclude, boolean unique, boolean constraints) {
        Errors errors = new Errors();
        Set<String> left = new LinkedHashSet<>(exclude);
        errors.run(() -> object.cleanFields(left));
        errors.run(object::clean);
        if (unique) {
            left.addAll(errors.fields());
            errors.run(() -> object.validateUnique(left));
        }
        if (constraints) {
            left.addAll(errors.fields());
            errors.run(() -> object.validateConstraints(left));
        }
        errors.finish();
    }

    /** Each field's own rules. */
    public static void cleanFields(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        LeftOut.settle(object);
        for (FieldMeta field : object.meta().declaredColumns()) {
            boolean made = field.kind().isAuto() || field.isGenerated() || field.isParentLink() || field.isMade();
            if (exclude.contains(field.name()) || made) {
                continue;
            }
            if (object.deferredFields().contains(field.name())) {
                throw new IllegalStateException("The field " + field
                        + " was not loaded (only, defer), so it cannot be checked. Load it with refresh(List.of(\""
                        + field.name() + "\")) first.");
            }
            Object value = field.get(object);
            try {
                FieldRules.check(object, field, value);
            } catch (ValidationError e) {
                e.errors().forEach(error -> errors.add(field.name(), error));
            }
        }
        errors.finish();
    }

    /** No other row has the same unique values. */
    public static void validateUnique(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        ModelMeta<?> meta = object.meta();
        for (ModelMeta<?> table : meta.tables()) {
            for (List<String> together : table.options().uniqueTogether()) {
                checkTogether(object, table, together, exclude, errors);
            }
        }
        if (meta.hasCompositeKey() && !meta.key().declared().isUnique() && object.isNew()) {
            List<String> names = meta.keyFields().stream()
                    .map(field -> field.declared().name())
                    .distinct()
                    .toList();
            checkTogether(object, meta, names, exclude, errors);
        }
        for (FieldMeta field : meta.declaredColumns()) {
            boolean key = field.isKeyOf(field.owner());
            boolean checked = field.isUnique() && !field.isParentLink() && !exclude.contains(field.name());
            if (checked && (!key || object.isNew()) && isTaken(object, field.owner(), List.of(field))) {
                errors.add(field.name(), taken(meta, List.of(field)));
            }
        }
        UniqueForDate.check(object, exclude).forEach(errors::add);
        errors.finish();
    }

    private static void checkTogether(
            KeyedModel<?> object,
            ModelMeta<?> table,
            List<String> together,
            Collection<String> exclude,
            Errors errors) {
        List<FieldMeta> fields = together.stream().map(table::field).toList();
        boolean skipped = fields.stream().anyMatch(field -> exclude.contains(field.name()));
        if (!skipped && isTaken(object, table, fields)) {
            errors.add(ValidationError.NON_FIELD_ERRORS, taken(object.meta(), fields));
        }
    }

    private static FieldError taken(ModelMeta<?> meta, List<FieldMeta> fields) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("model_name", capital(meta.verboseName()));
        params.put("unique_check", fields.stream().map(FieldMeta::djangoName).toList());
        if (fields.size() == 1) {
            FieldMeta field = fields.getFirst();
            params.put("field_label", capital(field.verboseName()));
            String own = field.declaration().errorMessages().get("unique");
            return new FieldError(
                    own != null ? own : "%(model_name)s with this %(field_label)s already exists.", "unique", params);
        }
        List<String> labels =
                fields.stream().map(field -> capital(field.verboseName())).toList();
        String joined = String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
        params.put("field_labels", joined);
        return new FieldError("%(model_name)s with this %(field_labels)s already exists.", "unique_together", params);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean isTaken(KeyedModel<?> object, ModelMeta<?> table, List<FieldMeta> fields) {
        Query query = table.manager().all().query().hint(object);
        for (FieldMeta field : fields) {
            Object value = field.get(object);
            Object plain = value instanceof Ref<?> ref ? field.keyOf(ref) : value;
            if (plain == null) {
                return false;
            }
            query = query.filter(new Node.Lookup(new Node.Path(field.attribute()), "exact", new Node.Param(plain)));
        }
        return Engine.exists(withoutSelf(query, object));
    }

    /** The rows but the object's own. */
    static Query withoutSelf(Query rows, KeyedModel<?> object) {
        Object key = object.key();
        return key == null || object.isNew()
                ? rows
                : rows.exclude(new Node.Lookup(new Node.Path("pk"), "exact", new Node.Param(key)));
    }

    /** The constraints of {@code Meta}, those of parents' tables too. */
    public static void validateConstraints(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        for (ModelMeta<?> table : object.meta().tables()) {
            ConstraintCheck check = new ConstraintCheck(object, table, exclude);
            for (Constraint constraint : table.constraints()) {
                if (check.isViolated(constraint)) {
                    report(object.meta(), constraint, errors);
                }
            }
        }
        errors.finish();
    }

    private static void report(ModelMeta<?> meta, Constraint constraint, Errors errors) {
        boolean plain = constraint instanceof Constraint.Unique unique
                && !unique.fields().isEmpty()
                && unique.condition() == null
                && unique.violationMessage().isEmpty();
        if (!plain) {
            errors.add(ValidationError.NON_FIELD_ERRORS, violated(constraint));
            return;
        }
        List<FieldMeta> fields = ((Constraint.Unique) constraint)
                .fields().stream().map(meta::field).toList();
        String where = fields.size() == 1 ? fields.getFirst().name() : ValidationError.NON_FIELD_ERRORS;
        errors.add(where, taken(meta, fields));
    }

    private static FieldError violated(Constraint constraint) {
        String message = constraint.violationMessage().isEmpty()
                ? "Constraint “%(name)s” is violated."
                : constraint.violationMessage();
        return new FieldError(message.replace("%(name)s", constraint.name()), constraint.violationCode(), Map.of());
    }
}
