package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A reference to a row of another model: {@code Ref<Author>}; the column is {@code author_id}. To a model whose key
 * has several fields it has a column for each of them.
 *
 * <p>Answers to Django's {@code ForeignKey}. For a Java type of {@code quintet.orm.Ref}. The Java type says whether the value may be
 * missing: {@code @Nullable} is Django's {@code null=True}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@FieldType(FieldKind.FOREIGN_KEY)
public @interface ForeignKey {
    /** What happens to this row when the one it points to is deleted (Django {@code on_delete}). */
    OnDelete onDelete();

    /** Makes the key to store, for {@link OnDelete#SET} (Django {@code SET(callable)}). */
    Class<? extends java.util.function.Supplier<?>> onDeleteValue() default NoValue.class;

    /** The unique field of the other model the column refers to; empty: its primary key (Django {@code to_field}). */
    String toField() default "";

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

    /** The column's name; empty: made from the Java name (Django {@code db_column}). */
    String column() default "";

    /**
     * The columns' names, in the order of the other model's key, where that key has several fields; empty: made from the Java name
     * and the columns of the key, as {@code line_order_id} and {@code line_number}. (Django has no such references.)
     */
    String[] columns() default {};

    /** Whether this field is the primary key (Django {@code primary_key}). */
    boolean primaryKey() default false;

    /** Whether no two rows may share a value (Django {@code unique}). */
    boolean unique() default false;

    /** Whether the column gets an index (Django {@code db_index}). */
    boolean index() default true;

    /** Whether forms and validation accept no value (Django {@code blank}). */
    boolean blank() default false;

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

    /** The HTML input; the default is the kind's own (Django form field {@code widget}). */
    WidgetKind widget() default WidgetKind.DEFAULT;

    /** A literal the database fills in when a row leaves the column out, written as text (Django {@code db_default}). */
    String dbDefault() default "";

    /** An SQL expression the database fills in, such as {@code CURRENT_TIMESTAMP} (Django {@code db_default} with an expression). */
    String dbDefaultSql() default "";

    /** The column's comment in the database (Django {@code db_comment}). */
    String comment() default "";

    /** The tablespace of the field's index (Django {@code db_tablespace}). */
    String tablespace() default "";

    /** The date field within whose day the value must be unique (Django {@code unique_for_date}). */
    String uniqueForDate() default "";

    /** The date field within whose month the value must be unique (Django {@code unique_for_month}). */
    String uniqueForMonth() default "";

    /** The date field within whose year the value must be unique (Django {@code unique_for_year}). */
    String uniqueForYear() default "";
}
