package quintet.conform.forms;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.IsoTimes;
import quintet.fields.PythonText;
import quintet.http.UploadedFile;

/** Values in the recordings' own form. */
final class Encoded {
    private Encoded() {}

    static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text(text);
            case BigInteger number -> tag("$int", number.toString());
            case Double number -> tag("$float", PythonText.of(number));
            case BigDecimal number -> tag("$decimal", number.toString());
            case LocalDate date -> tag("$date", date.toString());
            case LocalTime time -> tag("$time", IsoTimes.format(time));
            case LocalDateTime at -> tag("$datetime", PythonText.of(at).replace(' ', 'T'));
            case OffsetDateTime at -> tag("$datetime", PythonText.of(at).replace(' ', 'T'));
            case Duration duration ->
                tag("$duration_us", duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1000);
            case UUID uuid -> tag("$uuid", uuid.toString());
            case UploadedFile file -> file(file);
            case List<?> list -> {
                List<@Nullable Object> all = new ArrayList<>();
                list.forEach(one -> all.add(value(one)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                map.forEach((key, one) -> all.put(String.valueOf(key), value(one)));
                yield all;
            }
            default -> value;
        };
    }

    private static Object text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(point)) {
                    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE);
                    bytes = new byte[text.length() * 2];
                    for (int k = 0; k < text.length(); k++) {
                        bytes[2 * k] = (byte) (text.charAt(k) >> 8);
                        bytes[2 * k + 1] = (byte) text.charAt(k);
                    }
                    return tag("$str_utf16", Base64.getEncoder().encodeToString(bytes));
                }
                i++;
            }
        }
        return text;
    }

    private static Object file(UploadedFile file) {
        try {
            Map<String, @Nullable Object> content = new LinkedHashMap<>();
            content.put("name", file.name());
            content.put("size", file.size());
            content.put("content_type", file.contentType());
            content.put("content_b64", Base64.getEncoder().encodeToString(file.read()));
            return tag("$file", content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> tag(String name, Object content) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, content);
        return map;
    }

    static List<Map<String, @Nullable Object>> errors(List<FieldError> errors) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (FieldError error : errors) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("code", error.code().isEmpty() ? null : error.code());
            one.put("message", error.text());
            list.add(one);
        }
        return list;
    }
}
