package quintet.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Percent;
import quintet.http.internal.PyText;
import quintet.http.internal.Utf8;

/** Encoding and decoding of URLs and their parts, equal to Django's functions of {@code django.utils.encoding} and {@code http}. */
public final class Uris {
    private static final BitSet IRI = Percent.safe("/#%[]=:;$&()+,!?*@'~");
    private static final BitSet URI_PATH = Percent.safe("/:@&+$,-_.!~*'()");
    private static final BitSet FILE_PATH = Percent.safe("/~!*()'");

    private Uris() {}

    /** Percent-encodes the UTF-8 bytes of a text except letters, digits, {@code _.-~} and the characters of {@code safe}. */
    public static String quote(String text, String safe) {
        return Percent.quote(text, Percent.safe(safe));
    }

    /** Turns a URL with any characters in it into one of ASCII only; what is encoded already stays (iri_to_uri). */
    public static String iriToUri(String iri) {
        return Percent.quote(iri, IRI);
    }

    /** Undoes the encoding of letters, digits, {@code -._~} and of characters beyond ASCII (uri_to_iri). */
    public static String uriToIri(String uri) {
        if (uri.indexOf('%') < 0) return uri;
        byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Percent.hex(bytes[i + 1]) : -1;
            int low = high >= 0 ? Percent.hex(bytes[i + 2]) : -1;
            int decoded = low >= 0 ? high << 4 | low : -1;
            if (decoded >= 128 || decoded >= 0 && Percent.NONE.get(decoded)) {
                out.write(decoded);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return Utf8.decodeRepercenting(out.toByteArray());
    }

    /** Encodes a decoded path for use in a URL; semicolons, equal and question marks too (escape_uri_path). */
    public static String escapePath(String path) {
        return Percent.quote(path, URI_PATH);
    }

    /** Encodes a file's path for use in a URL; backslashes become slashes (filepath_to_uri). */
    public static String fromFilePath(String path) {
        return Percent.quote(path.replace('\\', '/'), FILE_PATH);
    }

    /** Encodes the second of two leading slashes, so that a path is not taken for a host (escape_leading_slashes). */
    public static String escapeLeadingSlashes(String url) {
        return url.startsWith("//") ? "/%2F" + url.substring(2) : url;
    }

    /**
     * A query string of these parameters, in their order. A collection or array as a value gives one parameter for each
     * item; other values are written as Django writes them (null as {@code None}, true as {@code True}).
     */
    public static String urlencode(Map<String, ?> parameters) {
        List<Map.Entry<String, ?>> entries = new ArrayList<>(parameters.entrySet());
        return urlencode(entries);
    }

    /** As {@link #urlencode(Map)}, of pairs. */
    public static String urlencode(Iterable<? extends Map.Entry<String, ?>> parameters) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, ?> entry : parameters) {
            switch (entry.getValue()) {
                case Collection<?> values -> {
                    for (Object value : values) append(out, entry.getKey(), value);
                }
                case Object[] values -> {
                    for (Object value : values) append(out, entry.getKey(), value);
                }
                case null, default -> append(out, entry.getKey(), entry.getValue());
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String name, @Nullable Object value) {
        if (!out.isEmpty()) out.append('&');
        out.append(Percent.quotePlus(name, Percent.NONE)).append('=');
        out.append(Percent.quotePlus(PyText.str(value), Percent.NONE));
    }
}
