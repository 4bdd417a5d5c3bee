package quintet.conform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.http.Response;
import quintet.http.SiteHandler;

/** Parts of cases and answers. */
final class Lines {
    private Lines() {}

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) given.forEach((name, item) -> map.put(String.valueOf(name), item));
        return map;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(value)) texts.add(String.valueOf(item));
        return texts;
    }

    static String text(Map<String, @Nullable Object> line, String name) {
        Object value = line.get(name);
        return value == null ? "" : value.toString();
    }

    static boolean flag(Map<String, @Nullable Object> line, String name) {
        return Boolean.TRUE.equals(line.get(name));
    }

    static Map<String, @Nullable Object> answer(String key, @Nullable Object value) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(key, value);
        return answer;
    }

    static Map<String, @Nullable Object> and(Map<String, @Nullable Object> answer, String key, @Nullable Object value) {
        answer.put(key, value);
        return answer;
    }

    static Map<String, @Nullable Object> failure(String error, @Nullable String message) {
        return and(answer("error", error), "message", message);
    }

    static Map<String, @Nullable Object> headers(Response response) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Headers.Field field : SiteHandler.headers(response)) map.put(field.name(), field.value());
        return map;
    }

    static Response withHeaders(Response response, @Nullable Object headers) {
        Response result = response;
        for (Map.Entry<String, @Nullable Object> header : map(headers).entrySet()) {
            result = result.header(header.getKey(), String.valueOf(header.getValue()));
        }
        return result;
    }
}
