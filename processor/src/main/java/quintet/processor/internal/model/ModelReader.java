package quintet.processor.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldReader;
import quintet.processor.internal.FieldSpec;

/** Reads a model class and reports what is wrong with it. */
final class ModelReader {
    private static final String MANAGER = "quintet.orm.Manager";
    private static final String META = "quintet.orm.Meta";

    private final Context context;
    private final FieldReader fieldReader;
    private final Inheritance inheritance;
    private final List<ModelSpec.Generic> generics = new ArrayList<>();
    private final List<String> managers = new ArrayList<>();
    private boolean wrong;

    ModelReader(Context context) {
        this.context = context;
        this.fieldReader = new FieldReader(context);
        this.inheritance = new Inheritance(context);
    }

    /** The model, or null if something is wrong with it. */
    @Nullable
    ModelSpec read(TypeElement type) {
        boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
        checkClass(type, isAbstract);
        List<FieldSpec> fields = fields(type);
        String manager = isAbstract ? null : manager(type);
        String meta = constant(type, META);
        ModelChecks checks = new ModelChecks(context);
        boolean fine = checks.check(type, fields, isAbstract);
        if (wrong || !fine) {
            return null;
        }
        return new ModelSpec(
                type,
                type.getQualifiedName().toString(),
                context.companionName(type),
                context.packageOf(type),
                isAbstract,
                Inheritance.isProxy(type),
                fields,
                List.copyOf(generics),
                manager,
                List.copyOf(managers),
                meta);
    }

    private void checkClass(TypeElement type, boolean isAbstract) {
        if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) {
            error(type, "A model must be a top-level class or a static nested one.");
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            error(type, "A nested model must be static: static class " + type.getSimpleName() + ".");
        }
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                error(type, "A model and the classes around it cannot be private: its companion has to see it.");
            }
        }
        if (!type.getTypeParameters().isEmpty() && !isAbstract) {
            error(type, "A model cannot have type parameters, unless it is abstract.");
        }
        if (!isAbstract && !hasConstructor(type)) {
            error(
                    type,
                    "A model needs a constructor without parameters that is not private; rows are read into new objects.");
        }
        if (Inheritance.isProxy(type)) {
            checkProxy(type, isAbstract);
        }
    }

    private void checkProxy(TypeElement type, boolean isAbstract) {
        if (isAbstract) {
            error(type, "An abstract model cannot be a @ProxyModel: it has no rows to show. Remove one of the two.");
        } else if (inheritance.concreteParent(type) == null) {
            error(
                    type,
                    "A @ProxyModel shows the rows of a concrete model: let " + type.getSimpleName()
                            + " extend one that is not abstract, or remove @ProxyModel.");
        }
    }

    private static boolean hasConstructor(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        return constructors.isEmpty()
                || constructors.stream()
                        .anyMatch(c ->
                                c.getParameters().isEmpty() && !c.getModifiers().contains(Modifier.PRIVATE));
    }

    private List<FieldSpec> fields(TypeElement type) {
        Deque<TypeElement> classes = new ArrayDeque<>();
        for (TypeElement at = type;
                at != null && !at.getQualifiedName().contentEquals(Inheritance.BASE);
                at = context.element(at.getSuperclass())) {
            classes.push(at);
        }
        Map<TypeElement, List<FieldSpec>> byClass = new LinkedHashMap<>();
        Map<String, TypeElement> seen = new HashMap<>();
        for (TypeElement at : classes) {
            List<FieldSpec> fields = new ArrayList<>();
            byClass.put(at, fields);
            for (Element element : ElementFilter.fieldsIn(at.getEnclosedElements())) {
                if (!element.getModifiers().contains(Modifier.STATIC)
                        && !element.getModifiers().contains(Modifier.TRANSIENT)) {
                    add(type, at, element, seen, fields);
                }
            }
            if (Inheritance.isProxy(at) && !fields.isEmpty()) {
                error(
                        fields.getFirst().element(),
                        "A @ProxyModel has no columns or relations of its own. Remove @ProxyModel to give "
                                + at.getSimpleName() + " a table beside its parent's, or make the field transient.");
            }
        }
        return inheritance.place(byClass, type);
    }

    private void add(
            TypeElement type,
            TypeElement owner,
            Element element,
            Map<String, TypeElement> seen,
            List<FieldSpec> fields) {
        String name = element.getSimpleName().toString();
        TypeElement hidden = seen.putIfAbsent(name, owner);
        if (hidden != null) {
            error(
                    element,
                    "The field " + name + " hides the one inherited from " + hidden.getSimpleName()
                            + ", which would stay empty. Remove it here, or give it another name.");
            return;
        }
        if (isHidden(type, owner, element)) {
            error(
                    element,
                    "Make the field " + name
                            + " public: models are plain data, and companions read and write their fields"
                            + " directly. If it is not a column, make it transient.");
            return;
        }
        if (element.getModifiers().contains(Modifier.FINAL)) {
            error(
                    element,
                    "The field " + name
                            + " cannot be final: rows are read into it. If it is not a column, make it static or transient.");
            return;
        }
        TypeMirror declared = context.types().asMemberOf((DeclaredType) type.asType(), element);
        TypeMirror asWritten = element.asType();
        // asMemberOf drops type annotations where nothing is substituted, so the written type is preferred.
        TypeMirror member = asWritten.getKind() == javax.lang.model.type.TypeKind.TYPEVAR ? declared : asWritten;
        String javaType = context.erased(member);
        if (GenericReader.isGeneric(javaType)) {
            ModelSpec.Generic generic = new GenericReader(context).read(element, member, javaType);
            wrong |= generic == null;
            if (generic != null) {
                generics.add(generic);
            }
            return;
        }
        FieldSpec field = fieldReader.read(element, member);
        if (field == null) {
            wrong = true;
        } else {
            fields.add(field);
        }
    }

    private boolean isHidden(TypeElement type, TypeElement owner, Element field) {
        boolean samePackage = context.packageOf(owner).equals(context.packageOf(type));
        boolean isPublic = field.getModifiers().contains(Modifier.PUBLIC);
        return field.getModifiers().contains(Modifier.PRIVATE) || (!isPublic && !samePackage);
    }

    private @Nullable String manager(TypeElement type) {
        String name = null;
        for (Element element : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!element.getModifiers().contains(Modifier.STATIC) || !context.isA(element.asType(), MANAGER)) {
                continue;
            }
            checkManager(type, element);
            managers.add(element.getSimpleName().toString());
            if (name == null || element.getSimpleName().contentEquals("objects")) {
                name = element.getSimpleName().toString();
            }
        }
        if (name == null) {
            error(
                    type,
                    "Add the manager: public static final Manager<" + type.getSimpleName()
                            + "> objects = new Manager<>("
                            + type.getSimpleName() + ".class);"
                            + " (Each concrete model has its own; an inherited one would read the wrong table.)");
        }
        return name;
    }

    private void checkManager(TypeElement type, Element element) {
        TypeMirror managed = managed(element.asType());
        if (managed != null
                && !context.types()
                        .isSameType(
                                context.types().erasure(managed),
                                context.types().erasure(type.asType()))) {
            error(
                    element,
                    element.getSimpleName() + " manages " + context.source(managed) + " but stands in "
                            + type.getSimpleName() + ". Write Manager<" + type.getSimpleName() + ">.");
        }
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            error(element, "A manager cannot be private: the companion has to see it.");
        }
    }

    /** The model a manager's type is for. */
    private @Nullable TypeMirror managed(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals(MANAGER)) {
                return declared.getTypeArguments().isEmpty()
                        ? null
                        : declared.getTypeArguments().getFirst();
            }
            for (TypeMirror parent : context.types().directSupertypes(type)) {
                TypeMirror found = managed(parent);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The Meta of the model, or of an abstract one it extends; a concrete parent's is not inherited. */
    private @Nullable String constant(TypeElement type, String wanted) {
        for (TypeElement at = type; at != null; at = context.element(at.getSuperclass())) {
            if (!at.equals(type) && !Inheritance.isAbstract(at)) {
                return null;
            }
            for (Element element : ElementFilter.fieldsIn(at.getEnclosedElements())) {
                if (element.getModifiers().contains(Modifier.STATIC)
                        && element.getKind() == ElementKind.FIELD
                        && context.erased(element.asType()).equals(wanted)) {
                    if (element.getModifiers().contains(Modifier.PRIVATE)) {
                        error(element, "Meta cannot be private: the companion has to see it.");
                    }
                    return at.getQualifiedName() + "." + element.getSimpleName();
                }
            }
        }
        return null;
    }

    private void error(Element where, String message) {
        wrong = true;
        context.error(where, message);
    }
}
