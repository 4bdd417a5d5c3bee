package quintet.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags and conditional requests: {@code 304 Not Modified} and {@code 412 Precondition Failed} (RFC 9110). */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");
    private static final List<String> KEPT =
            List.of("Cache-Control", "Content-Location", "Date", "ETag", "Expires", "Last-Modified", "Vary");

    private ETags() {}

    /** The valid tags of an If-Match or If-None-Match header; {@code *} alone stands for any (parse_etags). */
    public static List<String> parse(String header) {
        if (header.strip().equals("*")) return List.of("*");
        List<String> tags = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            Matcher matcher = TAG.matcher(part.strip());
            if (matcher.matches()) tags.add(matcher.group());
        }
        return tags;
    }

    /** Puts quotes around a tag that has none (quote_etag). */
    public static String quote(String tag) {
        return TAG.matcher(tag).matches() ? tag : '"' + tag + '"';
    }

    /** The tag of this content. */
    public static String of(byte[] content) {
        return of(content, 0, content.length);
    }

    private static String of(byte[] content, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(content, offset, length);
            return '"' + HexFormat.of().formatHex(digest.digest()) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The response with a tag of its content, unless it has one, streams or is empty. */
    public static Response tagged(Response response) {
        if (response.headers().contains("ETag") || response.isStreaming()) return response;
        ResponseBody.Bytes content = response.inMemory();
        return content.length() == 0
                ? response
                : response.header("ETag", of(content.data(), content.offset(), content.length()));
    }

    /**
     * What the request's preconditions make of a resource with this tag and time of change.
     *
     * @param response the response to give if they do not forbid it; only a successful one is replaced
     */
    public static Response conditional(
            Request request, @Nullable String etag, @Nullable Instant lastModified, Response response) {
        if (response.status() < 200 || response.status() >= 300) return response;
        return precondition(request, etag, lastModified)
                .map(status -> status == 304 ? notModified(response) : Response.of(412))
                .orElse(response);
    }

    /** 304 or 412 if the request's preconditions ask for it; empty to go on. */
    public static Optional<Integer> precondition(
            Request request, @Nullable String etag, @Nullable Instant lastModified) {
        List<String> ifMatch = parse(request.headers().get("If-Match", ""));
        Instant unmodifiedSince = date(request, "If-Unmodified-Since");
        List<String> ifNoneMatch = parse(request.headers().get("If-None-Match", ""));
        Instant modifiedSince = date(request, "If-Modified-Since");
        boolean reads = request.is("GET") || request.is("HEAD");
        if (!ifMatch.isEmpty() && !matchesStrongly(etag, ifMatch)) return Optional.of(412);
        if (ifMatch.isEmpty() && unmodifiedSince != null) {
            boolean unmodified = lastModified != null && !lastModified.isAfter(unmodifiedSince);
            if (!unmodified) return Optional.of(412);
        }
        if (!ifNoneMatch.isEmpty() && matchesWeakly(etag, ifNoneMatch)) return Optional.of(reads ? 304 : 412);
        if (ifNoneMatch.isEmpty() && modifiedSince != null && reads) {
            boolean modified = lastModified == null || lastModified.isAfter(modifiedSince);
            if (!modified) return Optional.of(304);
        }
        return Optional.empty();
    }

    private static @Nullable Instant date(Request request, String name) {
        String text = request.header(name);
        Instant date = text == null ? null : HttpDates.parse(text).orElse(null);
        return date == null || date.getEpochSecond() == 0 ? null : date;
    }

    private static boolean matchesStrongly(@Nullable String tag, List<String> tags) {
        if (tag == null || tag.isEmpty()) return false;
        return tags.equals(List.of("*")) || !tag.startsWith("W/") && tags.contains(tag);
    }

    private static boolean matchesWeakly(@Nullable String tag, List<String> tags) {
        if (tag == null || tag.isEmpty()) return false;
        return tags.equals(List.of("*"))
                || tags.stream().map(ETags::weak).toList().contains(weak(tag));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static Response notModified(Response response) {
        Response result = Response.notModified();
        for (String name : KEPT) {
            String value = response.header(name);
            if (value != null) result = result.header(name, value);
        }
        for (Cookie cookie : response.cookies()) result = result.cookie(cookie);
        return result;
    }
}
