package quintet.fields;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A message to show for an error code: {@code errorMessages = @ErrorMessage(code = "required", value = "Tell us.")}
 * (one entry of Django's {@code error_messages}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface ErrorMessage {
    /** The code of the error, such as {@code required}, {@code invalid} or {@code max_length}. */
    String code();

    /** The text; {@code %(limit_value)s} and the like are filled in. */
    String value();
}
