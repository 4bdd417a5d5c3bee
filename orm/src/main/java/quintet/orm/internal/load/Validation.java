package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

        void finish() {
            if (!byField.isEmpty()) {
                throw ValidationError.ofFields(byField);
            }
        }
    }

    /** All checks. */
    public static void fullClean(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        Set<String> left = new LinkedHashSet<>(exclude);
        errors.run(() -> object.cleanFields(left));
        errors.run(object::clean);
        left.addAll(errors.byField.keySet());
        errors.run(() -> object.validateUnique(left));
        left.addAll(errors.byField.keySet());
        errors.run(() -> object.validateConstraints(left));
        errors.finish();
    }

    /** Each field's own rules. */
    public static void cleanFields(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        for (FieldMeta field : object.meta().columns()) {
            boolean made = field.kind().isAuto() || field.isGenerated() || field.isParentLink();
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
                FieldRules.check(field, value);
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
        for (FieldMeta field : meta.columns()) {
            boolean checked = field.isUnique() && !exclude.contains(field.name());
            if (checked && (!field.isPrimaryKey() || object.isNew()) && isTaken(object, List.of(field), null)) {
                errors.add(field.name(), taken(meta, List.of(field)));
            }
        }
        for (List<String> together : meta.options().uniqueTogether()) {
            List<FieldMeta> fields = together.stream().map(meta::field).toList();
            boolean skipped = together.stream().anyMatch(exclude::contains);
            if (!skipped && isTaken(object, fields, null)) {
                errors.add(ValidationError.NON_FIELD_ERRORS, taken(meta, fields));
            }
        }
        errors.finish();
    }

    private static FieldError taken(ModelMeta<?> meta, List<FieldMeta> fields) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("model_name", capital(meta.verboseName()));
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

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean isTaken(KeyedModel<?> object, List<FieldMeta> fields, Node.@Nullable Cond condition) {
        ModelMeta<?> meta = object.meta();
        Query query = meta.rows().query().using(object.database());
        for (FieldMeta field : fields) {
            Object value = field.get(object);
            Object plain = value instanceof Ref<?> ref ? ref.id() : value;
            if (plain == null) {
                return false;
            }
            query = query.filter(new Node.Lookup(new Node.Path(field.attribute()), "exact", new Node.Param(plain)));
        }
        if (condition != null) {
            query = query.filter(condition);
        }
        Object key = object.key();
        if (key != null && !object.isNew()) {
            query = query.exclude(new Node.Lookup(new Node.Path("pk"), "exact", new Node.Param(key)));
        }
        return Engine.exists(query);
    }

    /** The constraints of {@code Meta}. */
    public static void validateConstraints(KeyedModel<?> object, Collection<String> exclude) {
        Errors errors = new Errors();
        ModelMeta<?> meta = object.meta();
        for (Constraint constraint : meta.constraints()) {
            switch (constraint) {
                case Constraint.Check check -> {
                    if (!InMemory.holds(object, check.condition(), exclude)) {
                        errors.add(ValidationError.NON_FIELD_ERRORS, violated(check));
                    }
                }
                case Constraint.Unique unique -> checkUnique(object, unique, exclude, errors);
            }
        }
        errors.finish();
    }

    private static void checkUnique(
            KeyedModel<?> object, Constraint.Unique unique, Collection<String> exclude, Errors errors) {
        ModelMeta<?> meta = object.meta();
        boolean skipped = unique.fields().isEmpty() || unique.fields().stream().anyMatch(exclude::contains);
        if (skipped || (unique.condition() != null && !InMemory.holds(object, unique.condition(), exclude))) {
            return;
        }
        List<FieldMeta> fields = unique.fields().stream().map(meta::field).toList();
        if (isTaken(object, fields, unique.condition())) {
            boolean plain =
                    unique.condition() == null && unique.violationMessage().isEmpty();
            String where = plain && fields.size() == 1 ? fields.getFirst().name() : ValidationError.NON_FIELD_ERRORS;
            errors.add(where, plain ? taken(meta, fields) : violated(unique));
        }
    }

    private static FieldError violated(Constraint constraint) {
        String message = constraint.violationMessage().isEmpty()
                ? "Constraint “%(name)s” is violated."
                : constraint.violationMessage();
        return new FieldError(message, constraint.violationCode(), Map.of("name", constraint.name()));
    }
}
