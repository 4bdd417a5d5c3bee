package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the other end of a relation where it is used: {@code @Reverse("book") public Many<Review> reviews} is the
 * way back of {@code Review.book}.
 *
 * <p>The column stays with the other model; this adds none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Reverse {
    /** The name of the field of the other model that points here. */
    String value();
}
