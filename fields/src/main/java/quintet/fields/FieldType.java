package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as one that declares a field, and names the kind.
 *
 * <p>The field annotations have run-time retention: the processor reads them from source and from the class files
 * of other jars, and tools may read them from loaded classes. Quintet itself never does at run time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface FieldType {
    /** The kind of field the annotation declares. */
    FieldKind value();
}
