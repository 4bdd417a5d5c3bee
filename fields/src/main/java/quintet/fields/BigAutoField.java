package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A 64-bit key the database counts up.
 *
 * <p>Answers to Django's {@code BigAutoField}. For a Java type of {@code Long}. The Java type says whether the value may be
 * missing: {@code @Nullable} is Django's {@code null=True}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@FieldType(FieldKind.BIG_AUTO)
public @interface BigAutoField {
    /** The human name of the field; empty: made from the Java name (Django {@code verbose_name}). */
    String verboseName() default "";

    /** The column's name; empty: made from the Java name (Django {@code db_column}). */
    String column() default "";

    /** Whether forms and validation accept no value (Django {@code blank}). */
    boolean blank() default true;

    /** Whether model forms and the admin show the field (Django {@code editable}). */
    boolean editable() default true;

    /** A hint shown beside the input; HTML is kept as written (Django {@code help_text}). */
    String helpText() default "";

    /** The label of the input in forms; empty: the verbose name with a capital (Django form field {@code label}). */
    String label() default "";

    /** Further checks, each with a public constructor without parameters (Django {@code validators}). */
    Class<? extends Validator<?>>[] validators() default {};

    /** Messages to show instead of the built-in ones (Django {@code error_messages}). */
    ErrorMessage[] errorMessages() default {};

    /** The column's comment in the database (Django {@code db_comment}). */
    String comment() default "";
}
