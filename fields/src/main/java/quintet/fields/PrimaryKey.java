package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a field the primary key of its model: {@code @PrimaryKey public UUID id}.
 *
 * <p>It says the same as the attribute {@code primaryKey = true} and is for fields whose kind follows from the Java
 * type. On several fields of one model it makes a composite key, in the order of declaration (Django's
 * {@code CompositePrimaryKey}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface PrimaryKey {}
