package quintet.views.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.views.FormResult;

/** Where to go when a form succeeded. */
public interface SuccessUrl {
    /** The URL. */
    String url(FormResult result);

    /** A URL in which {@code {name}} stands for a value. */
    static SuccessUrl pattern(String pattern) {
        return result -> Placeholders.fillUrl(pattern, result::get);
    }

    /** A URL made from what the form made. */
    @SuppressWarnings("unchecked") // the view's form makes values of its type
    static <T> SuccessUrl of(Function<? super T, String> function) {
        return result -> function.apply((T) result.object());
    }

    /** The URL, if one was given. */
    static @Nullable String orNull(@Nullable SuccessUrl url, FormResult result) {
        return url == null ? null : url.url(result);
    }
}
