package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Any number of rows of another model: {@code Many<Tag>}, kept in a table of its own.
 *
 * <p>Answers to Django's {@code ManyToManyField}. For a Java type of {@code quintet.orm.Many}. The Java type says whether the value may be
 * missing: {@code @Nullable} is Django's {@code null=True}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@FieldType(FieldKind.MANY_TO_MANY)
public @interface ManyToManyField {
    /** The model of the table between the two; void: one is made (Django {@code through}). */
    Class<?> through() default void.class;

    /** The two foreign keys of {@code through}: to this model, to the other (Django {@code through_fields}). */
    String[] throughFields() default {};

    /** Whether, in a relation of a model to itself, each side implies the other (Django {@code symmetrical}). */
    boolean symmetrical() default true;

    /** The name of the table that is made (Django {@code db_table}). */
    String table() default "";

    /** The name of the way back, {@code "+"} for none (Django {@code related_name}). */
    String relatedName() default "";

    /** The name of the way back in lookups (Django {@code related_query_name}). */
    String relatedQueryName() default "";

    /** Lookups as {@code "status=open"} that restrict what forms offer and validation accepts (Django {@code limit_choices_to}). */
    String[] limitChoicesTo() default {};

    /**
     * The class that makes the restriction whenever it is needed: a supplier of a condition or of a map of lookups (Django {@code
     * limit_choices_to} with a Q or a callable).
     */
    Class<? extends java.util.function.Supplier<?>> limitChoicesFrom() default NoValue.class;

    /** Whether the database enforces the reference (Django {@code db_constraint}). */
    boolean dbConstraint() default true;

    /** The human name of the field; empty: made from the Java name (Django {@code verbose_name}). */
    String verboseName() default "";

    /** Whether forms and validation accept no value (Django {@code blank}). */
    boolean blank() default false;

    /** Whether model forms and the admin show the field (Django {@code editable}). */
    boolean editable() default true;

    /** A hint shown beside the input; HTML is kept as written (Django {@code help_text}). */
    String helpText() default "";

    /** The label of the input in forms; empty: the verbose name with a capital (Django form field {@code label}). */
    String label() default "";

    /** Messages to show instead of the built-in ones (Django {@code error_messages}). */
    ErrorMessage[] errorMessages() default {};

    /** The HTML input; the default is the kind's own (Django form field {@code widget}). */
    WidgetKind widget() default WidgetKind.DEFAULT;
}
