package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.CsrfDecorators.csrfExempt;
import static quintet.http.Routes.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Site;
import quintet.http.Cookie;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.SafeUrls;
import quintet.http.TestExchange;
import quintet.http.TestSites;
import quintet.http.UploadedFile;

class MessagesOfHttpExample {
    // region: search
    static Response search(Request request) {
        String words = request.query().get("q", "");
        List<String> tags = request.query().list("tag");
        if (request.preferredType("text/html", "application/json").orElse("").equals("application/json")) {
            return Response.json(Map.of("q", words, "tags", tags));
        }
        return Response.ok("<p>" + tags.size() + " tags").header("X-Robots-Tag", "noindex");
    }
    // endregion

    // region: theme
    static Response theme(Request request) {
        String next = request.form().get("next", "/");
        return Response.redirect(SafeUrls.isSafe(request, next) ? next : "/")
                .cookie(Cookie.of("theme", "dark").maxAge(Duration.ofDays(30)).sameSite("Lax"))
                .cookie(Cookie.signed("visitor", "42"));
    }
    // endregion

    // region: visitor
    static Response visitor(Request request) {
        return Response.text(request.signedCookie("visitor").orElse("nobody"));
    }
    // endregion

    // region: upload
    static Response upload(Request request) throws IOException {
        UploadedFile cover = request.files().get("cover");
        if (cover == null) return Response.badRequest("Choose a file.");
        Path folder = Path.of(System.getProperty("covers"));
        cover.saveTo(folder.resolve("cover-1")); // never under the name the client sent
        return Response.text(cover.name() + " " + cover.size());
    }
    // endregion

    // region: stream
    static Response export(Request request) {
        return Response.stream("text/csv", out -> {
            for (int i = 1; i <= 3; i++) out.write((i + ",book\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    static Response report(Request request) {
        return Response.download(new ByteArrayInputStream(new byte[] {1, 2, 3}), "Bücher 2026.pdf");
    }
    // endregion

    @TempDir
    Path covers;

    @Test
    void handlersAnswer() {
        try (Site site = TestSites.open(
                path("search/", MessagesOfHttpExample::search),
                path("theme/", csrfExempt(MessagesOfHttpExample::theme)),
                path("visitor/", MessagesOfHttpExample::visitor),
                path("upload/", csrfExempt(MessagesOfHttpExample::upload)),
                path("export/", MessagesOfHttpExample::export),
                path("report/", MessagesOfHttpExample::report),
                path("json/", csrfExempt(request -> Response.json(request.json()))))) {
            TestExchange search = TestExchange.get("/search/?q=a&tag=x&tag=y").header("Accept", "application/json");
            assertThat(TestSites.send(site, search).text()).contains("\"x\", \"y\"");
            TestExchange theme = TestSites.send(site, TestExchange.post("/theme/", "next=https://evil.example/"));
            assertThat(theme.answered().get("Location")).isEqualTo("/");
            String signed = theme.answered().all("Set-Cookie").get(1);
            TestExchange visitor =
                    TestExchange.get("/visitor/").header("Cookie", signed.substring(0, signed.indexOf(';')));
            assertThat(TestSites.send(site, visitor).text()).isEqualTo("42");
            assertThat(TestSites.send(site, TestExchange.get("/visitor/").header("Cookie", "visitor=42:x:y"))
                            .text())
                    .isEqualTo("nobody");
            System.setProperty("covers", covers.toString());
            byte[] form =
                    "--B\r\nContent-Disposition: form-data; name=\"cover\"; filename=\"../c.png\"\r\n\r\nabc\r\n--B--\r\n"
                            .getBytes(StandardCharsets.UTF_8);
            TestExchange upload = TestExchange.of("POST", "/upload/").body("multipart/form-data; boundary=B", form);
            assertThat(TestSites.send(site, upload).text()).isEqualTo("c.png 3");
            assertThat(covers.resolve("cover-1")).hasContent("abc");
            assertThat(TestSites.send(site, TestExchange.get("/export/")).text())
                    .isEqualTo("1,book\n2,book\n3,book\n");
            assertThat(TestSites.send(site, TestExchange.get("/report/"))
                            .answered()
                            .get("Content-Disposition"))
                    .isEqualTo("attachment; filename*=utf-8''B%C3%BCcher%202026.pdf");
            TestExchange json = TestExchange.of("POST", "/json/")
                    .body("application/json", "{\"a\": [1".getBytes(StandardCharsets.UTF_8));
            assertThat(TestSites.send(site, json).status()).isEqualTo(400);
        }
    }
}
