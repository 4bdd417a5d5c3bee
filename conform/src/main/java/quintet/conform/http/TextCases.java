package quintet.conform.http;

import static quintet.conform.http.Lines.answer;
import static quintet.conform.http.Lines.failure;
import static quintet.conform.http.Lines.flag;
import static quintet.conform.http.Lines.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.http.ETags;
import quintet.http.Hosts;
import quintet.http.HttpDates;
import quintet.http.QueryDict;
import quintet.http.SafeUrls;
import quintet.http.TooManyFieldsSent;
import quintet.http.Uris;

/** Cases about texts alone: query strings, URLs, hosts, dates and tags. */
final class TextCases {
    void addTo(Map<String, HttpKind.Case> cases) {
        cases.put("querydict", TextCases::queryDict);
        cases.put("querydict_limit", TextCases::limit);
        cases.put("querydict_urlencode", TextCases::encodeDict);
        cases.put("utils_urlencode", TextCases::encode);
        cases.put("split_domain_port", line -> {
            Hosts.DomainPort parts = Hosts.split(text(line, "host"));
            return answer("result", List.of(parts.domain(), parts.port()));
        });
        cases.put(
                "is_same_domain",
                line -> answer("result", Hosts.isSameDomain(text(line, "host"), text(line, "pattern"))));
        cases.put("http_date", line -> answer("result", HttpDates.format(instant(line.get("epoch")))));
        cases.put("parse_http_date", TextCases::parseDate);
        cases.put("quote_etag", line -> answer("result", ETags.quote(text(line, "input"))));
        cases.put("parse_etags", line -> answer("result", ETags.parse(text(line, "input"))));
        cases.put("uri_functions", TextCases::uris);
        cases.put(
                "url_has_allowed_host_and_scheme",
                line -> answer(
                        "result",
                        line.get("url") != null
                                && SafeUrls.isSafe(
                                        text(line, "url"),
                                        hosts(line.get("allowed_hosts")),
                                        flag(line, "require_https"))));
    }

    private static List<String> hosts(@Nullable Object value) {
        return value instanceof String one
                ? List.of(one)
                : Lines.texts(Tagged.decode(value) instanceof java.util.Collection<?> many ? List.copyOf(many) : null);
    }

    private static Map<String, @Nullable Object> queryDict(Map<String, @Nullable Object> line) {
        Charset charset = charset(text(line, "encoding"));
        QueryDict query = QueryDict.parse(text(line, "query_string"), charset, 1000);
        List<Object> lists = new ArrayList<>();
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        query.lists().forEach((name, values) -> {
            lists.add(List.of(name, values));
            last.put(name, query.get(name));
        });
        Map<String, @Nullable Object> answer = answer("lists", lists);
        answer.put("last", last);
        answer.put("urlencode", query.urlencode());
        answer.put("urlencode_safe_slash", query.urlencode("/"));
        return answer;
    }

    /** Python's utf-16 and utf-32 write a mark and the order of the machine, mostly little-endian. */
    private static Charset charset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "none", "utf-8" -> StandardCharsets.UTF_8;
            case "utf-16" -> Charset.forName("x-UTF-16LE-BOM");
            case "utf-32" -> Charset.forName("X-UTF-32LE-BOM");
            default -> Charset.forName(name);
        };
    }

    private static Map<String, @Nullable Object> limit(Map<String, @Nullable Object> line) {
        int fields = ((Number) java.util.Objects.requireNonNull(line.get("fields"))).intValue();
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < fields; i++)
            query.append(i == 0 ? "" : "&").append("a").append(i).append("=1");
        Object most = line.get("data_upload_max_number_fields");
        int limit = most instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        try {
            return answer(
                    "result",
                    QueryDict.parse(query.toString(), StandardCharsets.UTF_8, limit)
                            .size());
        } catch (TooManyFieldsSent e) {
            return failure("TooManyFieldsSent", e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> encodeDict(Map<String, @Nullable Object> line) {
        String encoded = Uris.urlencode(Lines.map(Tagged.decode(line.get("data"))));
        Map<String, @Nullable Object> answer = answer("urlencode", encoded);
        answer.put("urlencode_safe", QueryDict.of(encoded).urlencode("/"));
        return answer;
    }

    private static Map<String, @Nullable Object> encode(Map<String, @Nullable Object> line) {
        Object query = Tagged.decode(Lines.list(line.get("args")).getFirst());
        if (query instanceof Map<?, ?> map) return answer("result", Uris.urlencode(Lines.map(map)));
        List<Map.Entry<String, ?>> pairs = new ArrayList<>();
        for (Object pair : Lines.list(query)) {
            List<?> two = Lines.list(pair);
            pairs.add(new java.util.AbstractMap.SimpleEntry<>(String.valueOf(two.get(0)), two.get(1)));
        }
        return answer("result", Uris.urlencode(pairs));
    }

    static Instant instant(@Nullable Object epoch) {
        double seconds = ((Number) java.util.Objects.requireNonNull(Tagged.decode(epoch))).doubleValue();
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static Map<String, @Nullable Object> parseDate(Map<String, @Nullable Object> line) {
        Clock clock = Clock.fixed(
                LocalDate.parse(text(line, "now")).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try {
            long epoch = HttpDates.parse(text(line, "input"), clock).getEpochSecond();
            return Lines.and(answer("result", epoch), "safe", epoch);
        } catch (IllegalArgumentException e) {
            return Lines.and(failure("ValueError", e.getMessage()), "safe", null);
        }
    }

    private static Map<String, @Nullable Object> uris(Map<String, @Nullable Object> line) {
        String input = text(line, "input");
        Map<String, @Nullable Object> answer = answer("escape_uri_path", Uris.escapePath(input));
        answer.put("iri_to_uri", Uris.iriToUri(input));
        answer.put("filepath_to_uri", Uris.fromFilePath(input));
        answer.put("uri_to_iri", Map.of("result", Uris.uriToIri(input)));
        answer.put("escape_leading_slashes", Uris.escapeLeadingSlashes(input));
        return answer;
    }
}
