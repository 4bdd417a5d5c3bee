package quintet.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that changes data, so that a template never calls it: {@code {{ book.delete }}} prints nothing.
 * On a type it holds for instances that could be called themselves. Answers to Django's {@code alters_data}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AltersData {}
