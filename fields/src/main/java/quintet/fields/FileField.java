package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stored file; the column keeps its path.
 *
 * <p>Answers to Django's {@code FileField}. For a Java type of {@link FieldFile}, or {@code String} for the name alone. The Java type says whether the value may be
 * missing: {@code @Nullable} is Django's {@code null=True}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@FieldType(FieldKind.FILE)
public @interface FileField {
    /** The largest number of characters (Django {@code max_length}). */
    int maxLength() default 100;

    /** The folder below the storage's root; {@code %Y/%m/%d} are filled in (Django {@code upload_to}). */
    String uploadTo() default "";

    /** A {@code BiFunction<Book, String, String>} making the path from the instance and the file's name (Django {@code upload_to} with a callable). */
    Class<?> uploadToFunction() default void.class;

    /** A {@code Storage} class, or a supplier of one, to keep files in; asked once (Django {@code storage}). */
    Class<?> storage() default void.class;

    /** The alias of the storage to keep files in, as the settings name it; empty: {@code default} (Django {@code storages["..."]}). */
    String storageName() default "";

    /** Whether forms accept a file of no bytes (Django {@code allow_empty_file}). */
    boolean allowEmptyFile() default false;

    /** The human name of the field; empty: made from the Java name (Django {@code verbose_name}). */
    String verboseName() default "";

    /** The column's name; empty: made from the Java name (Django {@code db_column}). */
    String column() default "";

    /** Whether this field is the primary key (Django {@code primary_key}). */
    boolean primaryKey() default false;

    /** Whether no two rows may share a value (Django {@code unique}). */
    boolean unique() default false;

    /** Whether the column gets an index (Django {@code db_index}). */
    boolean index() default false;

    /** Whether forms and validation accept no value (Django {@code blank}). */
    boolean blank() default false;

    /** Whether model forms and the admin show the field (Django {@code editable}). */
    boolean editable() default true;

    /** A hint shown beside the input; HTML is kept as written (Django {@code help_text}). */
    String helpText() default "";

    /** The label of the input in forms; empty: the verbose name with a capital (Django form field {@code label}). */
    String label() default "";

    /** The enum of the values to choose from; see {@link Choice} (Django {@code choices}). */
    Class<? extends Enum<?>> choices() default NoChoices.class;

    /** The class that makes the choices whenever they are asked for (Django {@code choices} with a callable). */
    Class<? extends ChoiceSource> choicesFrom() default ChoiceSource.class;

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
