package quintet.dev.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import quintet.core.Secrets;
import quintet.http.Csrf;
import quintet.http.CsrfSettings;
import quintet.http.Headers;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.UploadedFile;

/** A request as a command line of curl, without its secrets. */
final class CurlCommand {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host",
            "connection",
            "content-length",
            "accept-encoding",
            "te",
            "upgrade",
            "transfer-encoding",
            "content-type");

    /** Good as both cookie and header, for the two must only agree. */
    private static final String ANY_TOKEN = "0".repeat(32);

    private CurlCommand() {}

    static String of(Request request) {
        List<String> parts = new ArrayList<>();
        List<String> left = new ArrayList<>();
        parts.add("curl -i" + (request.is("GET") ? "" : " -X " + quote(request.method())));
        parts.add(
                quote(request.scheme() + "://" + request.headers().get("Host", "localhost") + Shown.fullPath(request)));
        for (Headers.Field field : request.headers()) {
            String lower = field.name().toLowerCase(Locale.ROOT);
            if (OF_THE_CONNECTION.contains(lower) || lower.startsWith("sec-")) {
                continue;
            }
            if (Shown.header(field.name(), "").equals(Secrets.HIDDEN)) {
                left.add(field.name());
            } else {
                parts.add("-H " + quote(field.name() + ": " + field.value()));
            }
        }
        body(request, parts);
        String command = String.join(" \\\n  ", parts);
        return left.isEmpty()
                ? command
                : command + "\n# Left out, for they are secret: " + plain(String.join(", ", left));
    }

    private static void body(Request request, List<String> parts) {
        RequestFacts facts = new RequestFacts(request);
        String type = request.contentType();
        try {
            if (type.equals("multipart/form-data")) {
                facts.form()
                        .lists()
                        .forEach((name, values) -> values.forEach(
                                value -> parts.add("--form-string " + quote(name + "=" + Shown.data(name, value)))));
                for (Map.Entry<String, List<UploadedFile>> entry :
                        request.files().lists().entrySet()) {
                    entry.getValue().forEach(file -> parts.add("-F " + quote(entry.getKey() + "=@" + file.name())));
                }
            } else if (type.equals("application/x-www-form-urlencoded")) {
                fields(request, facts.form(), parts);
            } else if (!type.isEmpty()) {
                parts.add("-H " + quote("Content-Type: " + type));
                if (!facts.bodyText().isEmpty()) {
                    parts.add("--data-raw " + quote(facts.bodyText()));
                }
            }
        } catch (RuntimeException e) {
            parts.add("--data-raw ''");
        }
    }

    /** Encoded here, since some of curl's own ways take names of files. */
    private static void fields(Request request, QueryDict form, List<String> parts) {
        StringJoiner body = new StringJoiner("&");
        form.lists().forEach((name, values) -> {
            if (!name.equals(Csrf.FIELD)) {
                values.forEach(value -> body.add(encode(name) + "=" + encode(Shown.data(name, value))));
            }
        });
        parts.add("--data-raw " + quote(body.toString()));
        if (form.contains(Csrf.FIELD)) {
            String name = request.site()
                    .settings()
                    .part(CsrfSettings.class)
                    .orElse(CsrfSettings.defaults())
                    .cookieName();
            parts.add("-H " + quote("X-CSRFToken: " + ANY_TOKEN));
            parts.add("-b " + quote(name + "=" + ANY_TOKEN));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One word of a shell, whatever is in it. */
    static String quote(String text) {
        return "'" + plain(text).replace("'", "'\\''") + "'";
    }

    private static String plain(String text) {
        return TextReport.printable(text.replace("\r", ""));
    }
}
