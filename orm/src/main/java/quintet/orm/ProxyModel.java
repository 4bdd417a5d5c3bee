package quintet.orm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class that extends a concrete model another view of the same table: other methods, another manager, another
 * default order, but no columns of its own. Without it, the subclass has a table of its own beside its parent's.
 *
 * <p>Answers to Django's {@code class Meta: proxy = True}. It is an annotation because the processor has to know.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProxyModel {}
