package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;

/** The columns of references to keys with several fields, made from the declarations of both ends. */
public final class KeyColumns {
    /** What a column takes over from the one it points to. */
    private static final Set<String> KEPT = Set.of("maxLength", "maxDigits", "decimalPlaces", "choices", "collation");

    private KeyColumns() {}

    /** A column of a key: its name, and the field that says what it holds. */
    private record Part(String column, FieldDeclaration holds) {}

    /** The columns of a field that points to a key with several fields; empty for any other field. */
    public static List<FieldDeclaration> of(FieldDeclaration reference, ModelRegistry registry) {
        if (!isReference(reference) || reference.has("toField") || reference.flag("parentLink", false)) {
            return List.of();
        }
        List<Part> parts = key(target(reference, registry), registry);
        return parts.size() < 2 ? List.of() : made(reference, parts);
    }

    private static boolean isReference(FieldDeclaration field) {
        return field.kind() == FieldKind.FOREIGN_KEY || field.kind() == FieldKind.ONE_TO_ONE;
    }

    private static ModelAccess<?> target(FieldDeclaration reference, ModelRegistry registry) {
        String label = reference.text("targetLabel");
        if (!label.isEmpty()) {
            ModelMeta<?> meta = Objects.requireNonNull(
                    registry.find(label), () -> reference.name() + " points to " + label + ", which is not there.");
            return meta.access();
        }
        Class<?> target = Objects.requireNonNull(reference.value("target", Class.class));
        return ModelAccess.of(target);
    }

    /** The columns of a model's key. */
    private static List<Part> key(ModelAccess<?> model, ModelRegistry registry) {
        List<Part> parts = new ArrayList<>();
        for (FieldDeclaration field : keyFields(model)) {
            parts.addAll(parts(field, registry));
        }
        return parts;
    }

    private static List<FieldDeclaration> keyFields(ModelAccess<?> model) {
        List<FieldDeclaration> own =
                model.columns().stream().filter(field -> !field.has("owner")).toList();
        List<FieldDeclaration> declared =
                own.stream().filter(field -> field.flag("primaryKey", false)).toList();
        return declared.isEmpty()
                ? own.stream().filter(field -> field.name().equals("id")).toList()
                : declared;
    }

    private static List<Part> parts(FieldDeclaration field, ModelRegistry registry) {
        if (!isReference(field)) {
            return List.of(new Part(column(field, field.name()), field));
        }
        ModelAccess<?> target = target(field, registry);
        String named = field.text("toField");
        List<Part> pointedTo = named.isEmpty() ? key(target, registry) : parts(named(target, named), registry);
        if (pointedTo.size() == 1) {
            return List.of(new Part(
                    column(field, field.name() + "_id"), pointedTo.getFirst().holds()));
        }
        List<Part> parts = new ArrayList<>();
        List<String> names = columns(field, pointedTo);
        for (int i = 0; i < pointedTo.size(); i++) {
            parts.add(new Part(names.get(i), pointedTo.get(i).holds()));
        }
        return parts;
    }

    private static FieldDeclaration named(ModelAccess<?> model, String name) {
        return model.columns().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        model.type().getSimpleName() + " has no field " + name + " for toField."));
    }

    private static String column(FieldDeclaration field, String name) {
        String given = field.text("column");
        return given.isEmpty() ? Names.column(name) : given;
    }

    /** The names of a reference's columns: those given, else made from its name and the columns of the key. */
    private static List<String> columns(FieldDeclaration reference, List<Part> parts) {
        List<String> given = reference.texts("columns");
        if (given.size() == parts.size()) {
            return given;
        }
        if (!given.isEmpty()) {
            throw new IllegalStateException("The reference " + reference.name() + " names " + given.size()
                    + " columns " + given + ", but the key it points to has " + parts.size() + " fields: "
                    + parts.stream().map(Part::column).toList() + ". Name as many, in this order.");
        }
        String own = Names.column(reference.name());
        return parts.stream().map(part -> own + "_" + part.column()).toList();
    }

    private static List<FieldDeclaration> made(FieldDeclaration reference, List<Part> parts) {
        List<String> columns = columns(reference, parts);
        List<FieldDeclaration> made = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            FieldDeclaration holds = part.holds();
            FieldDeclaration field = FieldDeclaration.of(
                            reference.name() + "_" + part.column(), kind(holds.kind()), JavaValues.box(holds.type()))
                    .with("column", columns.get(i))
                    .with("made", true)
                    .with("editable", false)
                    .with("index", false);
            for (String option : KEPT) {
                field = with(field, option, holds.options().get(option));
            }
            for (String option : List.of("primaryKey", "owner")) {
                field = with(field, option, reference.options().get(option));
            }
            made.add(reference.nullable() ? field.orNull() : field);
        }
        return made;
    }

    private static FieldDeclaration with(FieldDeclaration field, String option, @Nullable Object value) {
        return value == null ? field : field.with(option, value);
    }

    /** A column that points to a generated number is a plain number. */
    private static FieldKind kind(FieldKind kind) {
        return switch (kind) {
            case BIG_AUTO -> FieldKind.BIG_INTEGER;
            case AUTO -> FieldKind.INTEGER;
            case SMALL_AUTO -> FieldKind.SMALL_INTEGER;
            default -> kind;
        };
    }
}
