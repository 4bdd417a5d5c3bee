package quintet.processor.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldReader;
import quintet.processor.internal.FieldSpec;

/** Which of a model's ancestors lend fields, which have tables of their own, and which are only other views of them. */
final class Inheritance {
    static final String BASE = "quintet.orm.KeyedModel";
    private static final String PROXY = "quintet.orm.ProxyModel";

    private final Context context;

    Inheritance(Context context) {
        this.context = context;
    }

    static boolean isAbstract(TypeElement type) {
        return type.getModifiers().contains(Modifier.ABSTRACT);
    }

    static boolean isProxy(TypeElement type) {
        return FieldReader.annotation(type, PROXY) != null;
    }

    /** The nearest concrete class above a model; null if there is none. */
    @Nullable
    TypeElement concreteParent(TypeElement type) {
        for (TypeElement at = context.element(type.getSuperclass());
                at != null && !at.getQualifiedName().contentEquals(BASE);
                at = context.element(at.getSuperclass())) {
            if (!isAbstract(at)) {
                return context.isA(at.asType(), BASE) ? at : null;
            }
        }
        return null;
    }

    /**
     * Says of each field in whose table it stands, and adds the links between the tables.
     *
     * @param byClass the fields each class declares, the topmost class first
     * @param type the model
     */
    List<FieldSpec> place(Map<TypeElement, List<FieldSpec>> byClass, TypeElement type) {
        List<FieldSpec> placed = new ArrayList<>();
        List<FieldSpec> pending = new ArrayList<>();
        TypeElement table = null;
        for (Map.Entry<TypeElement, List<FieldSpec>> entry : byClass.entrySet()) {
            TypeElement at = entry.getKey();
            pending.addAll(entry.getValue());
            if (isAbstract(at) || isProxy(at)) {
                continue;
            }
            add(at, type, table, pending, placed);
            pending = new ArrayList<>();
            table = at;
        }
        placed.addAll(pending);
        return own(placed, isProxy(type) ? table : null);
    }

    /** A proxy's own table is that of the class it extends. */
    private static List<FieldSpec> own(List<FieldSpec> placed, @Nullable TypeElement proxied) {
        if (proxied == null) {
            return placed;
        }
        List<FieldSpec> own = new ArrayList<>();
        for (FieldSpec field : placed) {
            TypeElement owner = field.owner();
            boolean mine = owner != null && owner.equals(proxied);
            own.add(mine ? field.of(null) : field);
        }
        return own;
    }

    private void add(
            TypeElement at,
            TypeElement type,
            @Nullable TypeElement parent,
            List<FieldSpec> declared,
            List<FieldSpec> placed) {
        TypeElement owner = at.equals(type) ? null : at;
        if (parent != null && declared.stream().noneMatch(FieldSpec::isParentLink)) {
            placed.add(link(at, parent).of(owner));
        }
        for (FieldSpec field : declared) {
            if (parent != null && field.isParentLink()) {
                field.options().put("primaryKey", "true");
            }
            placed.add(field.of(owner));
        }
    }

    private static FieldSpec link(TypeElement child, TypeElement parent) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("onDelete", "quintet.fields.OnDelete.CASCADE");
        options.put("parentLink", "true");
        options.put("primaryKey", "true");
        options.put("target", parent.getQualifiedName() + ".class");
        return new FieldSpec(
                child,
                linkName(parent),
                "ONE_TO_ONE",
                child.asType(),
                "quintet.orm.Ref",
                false,
                parent,
                null,
                options,
                null,
                true);
    }

    /** The name of the link to a parent: {@code itemPtr}, whose column is Django's {@code item_ptr_id}. */
    static String linkName(TypeElement parent) {
        return parent.getSimpleName().toString().toLowerCase(Locale.ROOT) + "Ptr";
    }

    /** The number of the column that holds the key a link to a parent stands for. */
    static int keyIndex(List<FieldSpec> columns, FieldSpec link, TypeElement type) {
        TypeElement parent = link.target();
        for (int i = 0; i < columns.size(); i++) {
            FieldSpec field = columns.get(i);
            TypeElement owner = field.owner() == null ? type : field.owner();
            if (owner.equals(parent) && field.isKey()) {
                return field.made() ? keyIndex(columns, field, type) : i;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals("id")) {
                return i;
            }
        }
        throw new IllegalStateException("No key for " + link.name());
    }
}
