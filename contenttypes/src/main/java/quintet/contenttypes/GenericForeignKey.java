package quintet.contenttypes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the two fields a {@link GenericRef} is made of, where they have other names than usual. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface GenericForeignKey {
    /** The foreign key to {@link ContentType} (Django {@code ct_field}). */
    String contentType() default "contentType";

    /** The field that holds the other row's key (Django {@code fk_field}). */
    String objectId() default "objectId";
}
