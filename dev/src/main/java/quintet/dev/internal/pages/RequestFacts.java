package quintet.dev.internal.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import quintet.core.Secrets;
import quintet.http.CsrfSettings;
import quintet.http.Headers;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.ResolverMatch;
import quintet.http.UploadedFile;

/** What a request brought, as it may be shown. Nothing here fails: a request may be on an error page because it is broken. */
final class RequestFacts {
    private static final int LARGEST_BODY = 64 * 1024;

    private final Request request;

    RequestFacts(Request request) {
        this.request = request;
    }

    List<Fact.Group> groups() {
        List<Fact.Group> groups = new ArrayList<>();
        groups.add(new Fact.Group("Request", line(), ""));
        groups.add(group("Query", request::query));
        groups.add(group("Form", this::form));
        String body = bodyText();
        if (!body.isEmpty()) {
            groups.add(new Fact.Group("Body", List.of(new Fact(request.contentType(), Shown.text(body))), ""));
        }
        groups.add(files());
        groups.add(cookies());
        groups.add(headers());
        return groups;
    }

    private List<Fact> line() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Method", request.method()));
        facts.add(new Fact("Path", request.path()));
        facts.add(new Fact("Scheme", request.scheme() + ", " + request.protocol()));
        facts.add(new Fact("Client", request.remoteAddress()));
        ResolverMatch match = request.matchOrNull();
        if (match != null) {
            facts.add(new Fact(
                    "Route", match.pattern() + (match.viewName() == null ? "" : " (" + match.viewName() + ")")));
            match.kwargs().forEach((name, value) -> facts.add(new Fact("Argument " + name, Shown.data(name, value))));
        }
        request.attributes().toMap().forEach((name, value) -> {
            if (!name.startsWith("quintet_") && !name.startsWith("csrf_") && !name.startsWith("csp_")) {
                facts.add(new Fact("Attribute " + name, Shown.data(name, value)));
            }
        });
        return facts;
    }

    /** The form; empty unless the request has one that is small enough or was read before. */
    QueryDict form() {
        String type = request.contentType();
        boolean isForm = type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
        return isForm ? request.form() : QueryDict.empty();
    }

    private static Fact.Group group(String title, Supplier<QueryDict> source) {
        try {
            List<Fact> rows = new ArrayList<>();
            source.get()
                    .lists()
                    .forEach((name, values) ->
                            values.forEach(value -> rows.add(new Fact(name, Shown.data(name, value)))));
            return new Fact.Group(title, rows, rows.isEmpty() ? "None." : "");
        } catch (RuntimeException e) {
            return new Fact.Group(title, List.of(), "It cannot be read: " + e.getMessage());
        }
    }

    /** A body that is text but no form; empty if there is none or it is gone. */
    String bodyText() {
        String type = request.contentType();
        boolean text = type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
        if (!text || request.contentLength() <= 0 || request.contentLength() > LARGEST_BODY) {
            return "";
        }
        try {
            return new String(request.body(), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            return "";
        }
    }

    private Fact.Group files() {
        List<Fact> rows = new ArrayList<>();
        try {
            if (request.contentType().equals("multipart/form-data")) {
                for (Map.Entry<String, List<UploadedFile>> entry :
                        request.files().lists().entrySet()) {
                    for (UploadedFile file : entry.getValue()) {
                        rows.add(new Fact(
                                entry.getKey(),
                                file.name() + ", " + file.contentType() + ", " + file.size() + " bytes"));
                    }
                }
            }
        } catch (RuntimeException e) {
            return new Fact.Group("Files", List.of(), "They cannot be read: " + e.getMessage());
        }
        return new Fact.Group("Files", rows, rows.isEmpty() ? "None." : "");
    }

    private Fact.Group cookies() {
        String csrf = request.site()
                .settings()
                .part(CsrfSettings.class)
                .orElse(CsrfSettings.defaults())
                .cookieName();
        List<Fact> rows = new ArrayList<>();
        request.cookies().forEach((name, value) -> {
            boolean secret =
                    name.equals(csrf) || name.toLowerCase(Locale.ROOT).contains("session") || Secrets.isSecret(name);
            rows.add(new Fact(name, secret ? Secrets.HIDDEN : Shown.text(value)));
        });
        return new Fact.Group("Cookies", rows, rows.isEmpty() ? "None." : "");
    }

    private Fact.Group headers() {
        List<Fact> rows = new ArrayList<>();
        for (Headers.Field field : request.headers()) {
            rows.add(new Fact(field.name(), Shown.header(field.name(), field.value())));
        }
        return new Fact.Group("Headers", rows, rows.isEmpty() ? "None." : "");
    }
}
