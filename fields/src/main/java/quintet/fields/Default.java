package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Makes the default of each new object anew: {@code @Default(Defaults.RandomUuid.class) public UUID id}.
 *
 * <p>A constant default is the field's initialiser; an initialiser that calls something would run for every row that
 * is read, so generated defaults are declared here (Django's {@code default} with a callable).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Default {
    /** Makes the value; the class needs a public constructor without parameters. See {@link Defaults}. */
    Class<? extends Supplier<?>> value();
}
