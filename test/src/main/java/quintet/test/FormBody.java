package quintet.test;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/** Encodes forms and queries as a browser does. */
final class FormBody {
    /** Separates the parts of a multipart body; it has to be unlikely in a test's content. */
    static final String BOUNDARY = "----QuintetTestBoundary7d1f0c2a9b";

    private FormBody() {}

    static String urlEncoded(Map<String, ?> values) {
        StringJoiner out = new StringJoiner("&");
        each(values, (name, value) -> out.add(encode(name) + "=" + encode(String.valueOf(value))));
        return out.toString();
    }

    static boolean hasUploads(Map<String, ?> values) {
        boolean[] found = {false};
        each(values, (_, value) -> found[0] |= value instanceof Upload);
        return found[0];
    }

    static byte[] multipart(Map<String, ?> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        each(values, (name, value) -> {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"";
            if (value instanceof Upload upload) {
                head += "; filename=\"" + quoted(upload.fileName()) + "\"\r\nContent-Type: " + upload.contentType();
                write(out, head + "\r\n\r\n");
                out.writeBytes(upload.content());
                write(out, "\r\n");
            } else {
                write(out, head + "\r\n\r\n" + value + "\r\n");
            }
        });
        write(out, "--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static void each(Map<String, ?> values, BiConsumer<String, Object> action) {
        values.forEach((name, value) -> {
            if (value instanceof Iterable<?> several) {
                several.forEach(one -> action.accept(name, one));
            } else if (value instanceof Object[] several) {
                List.of(several).forEach(one -> action.accept(name, one));
            } else {
                action.accept(name, value);
            }
        });
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
