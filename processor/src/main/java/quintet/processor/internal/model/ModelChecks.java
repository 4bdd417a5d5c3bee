package quintet.processor.internal.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldReader;
import quintet.processor.internal.FieldSpec;

/** Finds options and names that cannot be right. */
final class ModelChecks {
    private final Context context;
    private boolean fine = true;

    ModelChecks(Context context) {
        this.context = context;
    }

    /** Whether all is fine; what is not has been reported. */
    boolean check(TypeElement type, List<FieldSpec> fields, boolean isAbstract) {
        for (FieldSpec field : fields) {
            checkName(field);
            checkOptions(field);
            checkTarget(field);
            if (field.reverse() != null) {
                checkReverse(declaring(field, type), field, field.reverse());
            }
        }
        checkParentLink(type, fields);
        if (!isAbstract
                && fields.stream().noneMatch(FieldSpec::isKey)
                && fields.stream().noneMatch(f -> f.name().equals("id") && f.isColumn())) {
            error(
                    type,
                    "The model has no primary key. Extend Model to get `public Long id`, or mark a field @PrimaryKey.");
        }
        return fine;
    }

    /** A child has its parent's key and no other. */
    private void checkParentLink(TypeElement type, List<FieldSpec> fields) {
        FieldSpec link = null;
        for (FieldSpec field : fields) {
            if (field.isParentLink() && field.owner() == null) {
                link = field;
            }
        }
        if (link == null || link.target() == null) {
            return;
        }
        TypeElement parent = link.target();
        long keys = fields.stream()
                .filter(field -> parent.equals(field.owner()) && field.isKey())
                .count();
        if (keys > 1) {
            error(
                    link.element(),
                    type.getSimpleName() + " cannot have a table beside that of " + parent.getSimpleName()
                            + ", whose key has several fields. Point to it with a foreign key instead.");
        }
        for (FieldSpec field : fields) {
            if (field.owner() == null && field.isKey() && !field.isParentLink()) {
                error(
                        field.element(),
                        "The key of " + type.getSimpleName() + " is that of " + parent.getSimpleName()
                                + ", which it extends. Remove @PrimaryKey from " + field.name() + ".");
            }
        }
    }

    /** A key with several fields takes a column for each of them. */
    private void checkTarget(FieldSpec field) {
        TypeElement target = field.target();
        if (target == null || !field.isReference() || !field.isColumn()) {
            return;
        }
        boolean named = field.options().containsKey("toField");
        int keys = named ? 1 : keys(target);
        String several = field.options().get("columns");
        if (keys > 1 && field.options().containsKey("column")) {
            error(
                    field.element(),
                    "The key of " + target.getSimpleName() + " has " + keys + " fields, and the reference a column for"
                            + " each of them. Name them all: columns = {\"...\", \"...\"}, in the order of the key.");
        } else if (several != null && named) {
            error(
                    field.element(),
                    "A reference with toField has one column. Name it with column = \"...\" instead of columns.");
        } else if (keys > 1) {
            for (String option : List.of("dbDefault", "dbDefaultSql")) {
                if (field.options().containsKey(option)) {
                    error(
                            field.element(),
                            "A reference with several columns has no default in the database: remove " + option
                                    + ", and give new objects theirs with @Default(...).");
                }
            }
        }
    }

    private static int keys(TypeElement target) {
        int keys = 0;
        for (TypeElement at = target; at != null; at = superclass(at)) {
            for (Element element : ElementFilter.fieldsIn(at.getEnclosedElements())) {
                keys += FieldReader.annotation(element, "quintet.fields.PrimaryKey") == null ? 0 : 1;
            }
        }
        return keys;
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement above
                ? above
                : null;
    }

    private void checkName(FieldSpec field) {
        String name = field.name();
        if (name.contains("__") || name.endsWith("_")) {
            error(
                    field.element(),
                    "The name " + name + " cannot be used in lookups: it must not contain \"__\" nor end with \"_\".");
        }
        if (name.equals("pk")) {
            error(field.element(), "\"pk\" always means the primary key; give the field another name.");
        }
    }

    private void checkOptions(FieldSpec field) {
        if (field.kind().equals("CHAR")
                && field.isColumn()
                && !field.options().containsKey("maxLength")
                && !field.options().containsKey("choices")) {
            // SQLite and PostgreSQL take text without a limit; MariaDB does not, which a system check reports.
            return;
        }
        if (field.kind().equals("DECIMAL")) {
            checkDecimal(field);
        }
        if ("quintet.fields.OnDelete.SET_NULL".equals(field.options().get("onDelete")) && !field.nullable()) {
            error(
                    field.element(),
                    "onDelete = SET_NULL needs a reference that may be null: @Nullable Ref<...> " + field.name() + ".");
        }
        if ("quintet.fields.OnDelete.DB_SET_NULL".equals(field.options().get("onDelete")) && !field.nullable()) {
            error(
                    field.element(),
                    "onDelete = DB_SET_NULL needs a reference that may be null: @Nullable Ref<...> " + field.name()
                            + ".");
        }
        if ("quintet.fields.OnDelete.SET".equals(field.options().get("onDelete"))
                && !field.options().containsKey("onDeleteValue")) {
            error(field.element(), "onDelete = SET needs onDeleteValue, a supplier of the key to store.");
        }
        if (field.nullable() && field.isPrimitive()) {
            error(field.element(), "A primitive cannot be null: use the wrapper type, as in @Nullable Integer.");
        }
        if (field.nullable()
                && "true".equals(field.options().get("primaryKey"))
                && !field.kind().endsWith("AUTO")) {
            // A key that is unknown before saving is fine; the column is NOT NULL all the same.
            return;
        }
        if (field.kind().equals("MANY_TO_MANY") && field.nullable()) {
            error(field.element(), "A Many is never null; remove @Nullable.");
        }
    }

    private void checkDecimal(FieldSpec field) {
        int digits = number(field.options().get("maxDigits"));
        int places = number(field.options().get("decimalPlaces"));
        if (digits >= 0 != places >= 0) {
            error(field.element(), "Give both maxDigits and decimalPlaces, or none of them.");
        } else if (places > digits) {
            error(field.element(), "maxDigits (" + digits + ") must be at least decimalPlaces (" + places + ").");
        }
    }

    private static int number(@Nullable String source) {
        return source == null ? -1 : Integer.parseInt(source);
    }

    /** The model a relation leads back to: the concrete class that declares it, else the one that inherits it. */
    private static TypeElement declaring(FieldSpec field, TypeElement type) {
        return field.element().getEnclosingElement() instanceof TypeElement at && !Inheritance.isAbstract(at)
                ? at
                : type;
    }

    /** The other model must have that field, and it must point here (or to a parent of this class). */
    private void checkReverse(TypeElement type, FieldSpec field, String name) {
        TypeElement target = field.target();
        if (target == null) {
            return;
        }
        Element found = null;
        StringBuilder choices = new StringBuilder();
        for (TypeElement at = target; at != null; at = context.element(at.getSuperclass())) {
            for (Element element : ElementFilter.fieldsIn(at.getEnclosedElements())) {
                if (element.getModifiers().contains(Modifier.STATIC)) {
                    continue;
                }
                if (element.getSimpleName().contentEquals(name)) {
                    found = element;
                } else if (pointsTo(element.asType(), type)) {
                    choices.append(choices.isEmpty() ? "" : ", ")
                            .append('"')
                            .append(element.getSimpleName())
                            .append('"');
                }
            }
        }
        boolean link = name.equals(Inheritance.linkName(type)) && context.isA(target.asType(), nameOf(type));
        if (link) {
            return;
        }
        if (found == null) {
            error(
                    field.element(),
                    target.getSimpleName() + " has no field " + name + "."
                            + (choices.isEmpty()
                                    ? ""
                                    : " Those that point to " + type.getSimpleName() + ": " + choices + "."));
        } else if (!pointsTo(found.asType(), type)) {
            error(
                    field.element(),
                    target.getSimpleName() + "." + name + " does not point to " + type.getSimpleName() + ".");
        }
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private boolean pointsTo(TypeMirror fieldType, TypeElement type) {
        if (!(fieldType instanceof DeclaredType declared)
                || declared.getTypeArguments().size() != 1) {
            return false;
        }
        String erased = context.erased(fieldType);
        return (erased.equals("quintet.orm.Ref") || erased.equals("quintet.orm.Many"))
                && context.types()
                        .isSubtype(
                                context.types().erasure(type.asType()),
                                context.types()
                                        .erasure(declared.getTypeArguments().getFirst()));
    }

    private void error(Element where, String message) {
        fine = false;
        context.error(where, message);
    }
}
