package quintet.conform.urls;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.http.QueryDict;
import quintet.templates.Engine;
import quintet.templates.EvaluationError;
import quintet.templates.RequestSupport;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.ValueAdapter;

/** The template tag {@code {% querystring %}} with a request in the context that is no render's request. */
final class QuerystringTag {
    /** A request that has a query string only. */
    private record Asked(QueryDict query) {}

    private final Engine engine = Engine.builder()
            .requests(new RequestSupport() {
                @Override
                public @Nullable Map<String, ? extends List<?>> query(Object request) {
                    return request instanceof QueryDict query ? query.lists() : null;
                }
            })
            .adapter(Asked.class, new ValueAdapter<Asked>() {
                @Override
                public @Nullable Object attribute(Asked value, String name) {
                    return name.equals("GET") ? value.query() : MISSING;
                }
            })
            .build();

    Map<String, @Nullable Object> answer(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> variables = UrlConfs.map(line.get("context"));
        variables.replaceAll((name, value) -> value(value));
        variables.put("request", new Asked(QueryDict.of(UrlsKind.text(line.get("request_query")))));
        try {
            return UrlsKind.answer(
                    "output", engine.from(UrlsKind.text(line.get("template"))).render(variables));
        } catch (TemplateSyntaxError e) {
            return UrlsKind.failure("TemplateSyntaxError", e);
        } catch (EvaluationError e) {
            return UrlsKind.failure("AttributeError", e);
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        if ("$querydict".equals(Tagged.tag(value)) && value instanceof Map<?, ?> tagged) {
            return QueryDict.of(UrlsKind.text(tagged.get("$querydict")));
        }
        return Tagged.decode(value);
    }
}
