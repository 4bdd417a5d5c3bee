package quintet.processor.internal.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import quintet.processor.internal.CompanionGenerator;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldReader;
import quintet.processor.internal.FieldSpec;

/** Writes {@code ReviewForm_} for each record whose components have field annotations. */
public final class FormGenerator implements CompanionGenerator {
    private static final String FIELD_TYPE = "quintet.fields.FieldType";

    private final Context context;
    private final Map<String, String> owners;

    /**
     * Generates with the compiler's services.
     *
     * @param owners which record each companion belongs to; kept over the rounds of one compilation
     */
    public FormGenerator(Context context, Map<String, String> owners) {
        this.context = context;
        this.owners = owners;
    }

    /** Generates within one round. */
    public FormGenerator(Context context) {
        this(context, new HashMap<>());
    }

    @Override
    public Collection<? extends Element> roots(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<Element> records = new LinkedHashSet<>();
        if (context.elements().getTypeElement("quintet.forms.RecordForm") == null) {
            return records;
        }
        for (TypeElement annotation : annotations) {
            if (FieldReader.annotation(annotation, FIELD_TYPE) != null) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    if (element.getKind() == ElementKind.RECORD_COMPONENT) {
                        records.add(element.getEnclosingElement());
                    }
                }
            }
        }
        return records;
    }

    @Override
    public void generate(TypeElement type) {
        String companion = companion(type);
        if (!isUsable(type) || clashes(type, companion)) {
            return;
        }
        List<FieldSpec> components = new ArrayList<>();
        FieldReader reader = new FieldReader(context);
        for (RecordComponentElement component : type.getRecordComponents()) {
            FieldSpec field = reader.read(component, component.asType());
            if (field == null) {
                return;
            }
            components.add(field);
        }
        context.write(companion, new FormWriter(context, type, components).write(), type);
    }

    /** Form records share one name space in a package: {@code ReviewForm_} wherever the record is nested. */
    private String companion(TypeElement type) {
        String in = context.packageOf(type);
        return (in.isEmpty() ? "" : in + ".") + type.getSimpleName() + "_";
    }

    private boolean isUsable(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                context.error(
                        type,
                        "The form record " + type.getSimpleName() + " is private, so its companion in the same package"
                                + " cannot make one. Remove \"private\" from " + at.getSimpleName() + ".");
                return false;
            }
        }
        if (!type.getTypeParameters().isEmpty()) {
            context.error(type, "A form record cannot have type parameters: its fields need their exact types.");
            return false;
        }
        return true;
    }

    private boolean clashes(TypeElement type, String companion) {
        String name = type.getQualifiedName().toString();
        String other = owners.putIfAbsent(companion, name);
        if (other != null && !other.equals(name)) {
            context.error(
                    type,
                    "Two form records of this package are called " + type.getSimpleName() + ": " + other + " and "
                            + name + ". Both would need the companion " + companion + ", so give one another name.");
            return true;
        }
        TypeElement taken = context.elements().getTypeElement(companion);
        if (taken != null && other == null) {
            context.error(
                    type,
                    "The name " + companion + " is taken, but the form record " + name
                            + " needs it for its companion. Rename the record or the class.");
            return true;
        }
        return false;
    }
}
