package quintet.conform.urls;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The template tag {@code {% querystring %}}. */
final class QuerystringTag {
    Map<String, @Nullable Object> answer(Map<String, @Nullable Object> line) {
        return UrlsKind.answer("error", "not answered yet: " + line.get("template"));
    }
}
