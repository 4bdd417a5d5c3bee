package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import quintet.http.Csrf;
import quintet.http.Project;
import quintet.http.Request;
import quintet.http.UploadedFile;

/** A request as a JUnit test that fails as long as the request does. */
final class TestSource {
    private static final int LONGEST_NAME = 50;

    private TestSource() {}

    static String of(Request request, int status) {
        String project = request.site()
                .findService(Project.class)
                .map(found -> found.getClass().getName())
                .orElse("mysite.Mysite");
        String packageName = project.contains(".") ? project.substring(0, project.lastIndexOf('.')) : "";
        String simple = project.substring(project.lastIndexOf('.') + 1).replace('$', '.');
        String name = name(request);
        List<String> calls = calls(request);
        StringBuilder out = new StringBuilder();
        if (!packageName.isEmpty()) {
            out.append("package ").append(packageName).append(";\n\n");
        }
        String body = String.join("\n", calls);
        out.append("import static org.junit.jupiter.api.Assertions.assertTrue;\n\n");
        out.append(body.contains("List.of(") ? "import java.util.List;\n" : "");
        out.append(body.contains("Map.of") ? "import java.util.Map;\n" : "");
        out.append(
                "import org.junit.jupiter.api.Test;\nimport quintet.test.Client;\nimport quintet.test.ClientResponse;\n");
        out.append("import quintet.test.QuintetTest;\n");
        out.append(body.contains("new Upload(") ? "import quintet.test.Upload;\n" : "");
        out.append("\n@QuintetTest(project = ").append(simple).append(".class)\nclass ");
        out.append(Character.toUpperCase(name.charAt(0)))
                .append(name.substring(1))
                .append("Test {\n");
        out.append("    @Test\n    void ").append(name).append("Works(Client client) {\n");
        out.append("        // Make the rows that the page needs here.\n        ClientResponse response = client\n");
        calls.forEach(call -> out.append("                ").append(call).append('\n'));
        out.append("                .send();\n");
        out.append("        assertTrue(response.status() < 400, response::toString); // was ")
                .append(status);
        return out.append("\n    }\n}\n").toString();
    }

    private static List<String> calls(Request request) {
        List<String> calls = new ArrayList<>();
        calls.add(".request(" + JavaText.literal(request.method()) + ", " + JavaText.literal(Shown.fullPath(request))
                + ")");
        for (String name : List.of("Accept", "Accept-Language", "X-Requested-With", "HX-Request")) {
            String value = request.header(name);
            if (value != null) {
                calls.add(".header(" + JavaText.literal(name) + ", " + JavaText.literal(value) + ")");
            }
        }
        body(request, calls);
        return calls;
    }

    private static void body(Request request, List<String> calls) {
        RequestFacts facts = new RequestFacts(request);
        try {
            Map<String, List<String>> form = facts.form().lists();
            Map<String, List<UploadedFile>> files = request.contentType().equals("multipart/form-data")
                    ? request.files().lists()
                    : Map.of();
            StringJoiner entries = new StringJoiner(",\n                        ");
            form.forEach((name, values) -> {
                if (!name.equals(Csrf.FIELD)) {
                    entries.add(entry(
                            name,
                            list(values.stream()
                                    .map(value -> JavaText.literal(Shown.data(name, value)))
                                    .toList())));
                }
            });
            files.forEach((name, uploads) -> entries.add(
                    entry(name, list(uploads.stream().map(TestSource::upload).toList()))));
            if (entries.length() > 0) {
                String kind = files.isEmpty() ? ".form" : ".multipart";
                calls.add(kind + "(Map.ofEntries(\n                        " + entries + "))");
            } else if (!facts.bodyText().isEmpty()) {
                calls.add(".body(" + JavaText.literal(facts.bodyText()) + ", "
                        + JavaText.literal(request.headers().get("Content-Type", "")) + ")");
            }
        } catch (RuntimeException e) {
            calls.add("// The body cannot be read, so it is not here.");
        }
    }

    private static String entry(String name, String value) {
        return "Map.entry(" + JavaText.literal(name) + ", " + value + ")";
    }

    private static String list(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "List.of(" + String.join(", ", values) + ")";
    }

    private static String upload(UploadedFile file) {
        return "new Upload(" + JavaText.literal(file.name()) + ", new byte[" + Math.min(file.size(), Integer.MAX_VALUE)
                + "], " + JavaText.literal(file.contentType()) + ")";
    }

    /** A name of letters and digits: {@code getBooks7}. */
    private static String name(Request request) {
        StringBuilder name =
                new StringBuilder(request.method().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            name.insert(0, "ask");
        }
        for (String word : request.path().split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty() && name.length() < LONGEST_NAME) {
                String part = word.substring(0, Math.min(word.length(), LONGEST_NAME));
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return request.path().equals("/") ? name + "Home" : name.toString();
    }
}
