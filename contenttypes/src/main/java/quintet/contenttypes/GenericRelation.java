package quintet.contenttypes;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the {@link GenericRef} of the other model that a {@link GenericMany} is the way back of. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface GenericRelation {
    /** The name of the other model's {@link GenericRef}. */
    String value() default "contentObject";

    /** The name of the way back in lookups, such as {@code animal__name} (Django {@code related_query_name}). */
    String relatedQueryName() default "";
}
