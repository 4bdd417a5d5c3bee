package quintet.conform.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;

/** Requests, responses, their parsing and the middleware. */
public final class HttpKind implements Kind {
    /** Answers the cases of one kind within the file. */
    @FunctionalInterface
    interface Case {
        Map<String, @Nullable Object> answer(Map<String, @Nullable Object> line) throws Exception;
    }

    private static final Set<String> RECORDED = Set.of(
            "lists",
            "last",
            "urlencode",
            "urlencode_safe_slash",
            "urlencode_safe",
            "result",
            "fields",
            "files",
            "error",
            "message",
            "cookies",
            "host",
            "port",
            "scheme",
            "is_secure",
            "uri",
            "path",
            "path_info",
            "script_name",
            "full_path",
            "full_path_force_slash",
            "full_path_info",
            "accepted_types",
            "accepts",
            "accepted_types_by_precedence",
            "headers",
            "safe",
            "status",
            "content",
            "body",
            "escape_uri_path",
            "iri_to_uri",
            "filepath_to_uri",
            "uri_to_iri",
            "escape_leading_slashes",
            "compressed",
            "accepted",
            "reason");

    /** Keys that are an input in these kinds although others record them. */
    private static final Map<String, Set<String>> INPUTS = Map.ofEntries(
            Map.entry("querydict_limit", Set.of("fields")),
            Map.entry("split_domain_port", Set.of("host")),
            Map.entry("is_same_domain", Set.of("host")),
            Map.entry("common_middleware", Set.of("host", "path")),
            Map.entry("security_middleware", Set.of("path", "scheme")),
            Map.entry("gzip_middleware", Set.of("body")),
            Map.entry("login_required_middleware", Set.of("host", "path")),
            Map.entry("csrf_check", Set.of("host", "scheme")),
            Map.entry("csrf_origin_check", Set.of("host", "scheme")));

    private final Map<String, Case> cases = new HashMap<>();

    /** Knows all kinds of cases. */
    public HttpKind() {
        Sites sites = new Sites();
        new TextCases().addTo(cases);
        new RequestCases(sites).addTo(cases);
        new ResponseCases(sites).addTo(cases);
        new MiddlewareCases(sites).addTo(cases);
    }

    @Override
    public List<String> files() {
        return List.of("http.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        Set<String> inputs = INPUTS.getOrDefault(String.valueOf(testCase.get("kind")), Set.of());
        Set<String> recorded = new java.util.HashSet<>(RECORDED);
        recorded.removeAll(inputs);
        return recorded;
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception {
        Case found = cases.get(String.valueOf(stripped.get("kind")));
        if (found == null) throw new IllegalArgumentException("No such kind of case: " + stripped.get("kind"));
        return found.answer(stripped);
    }
}
