package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Routes.path;
import static quintet.views.Shortcuts.render;
import static quintet.views.Shortcuts.renderToString;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Site;
import quintet.http.ConditionalGetMiddleware;
import quintet.http.ETags;
import quintet.http.GZipMiddleware;
import quintet.http.Headers;
import quintet.http.Middleware;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.ResponseBody;
import quintet.http.Route;
import quintet.http.SiteHandler;

class PageBodyTest {
    private static final String SOURCE =
            "<p>{{ name }} “{{ name }}”</p>{% for i in 'abcdefghij' %}\n<li>row {{ i }}</li>{% endfor %}"
                    + "{% for i in 'abcdefghij' %}\n<li>row {{ i }}</li>{% endfor %}";
    private static final String SHOWN = "<p>Zoë &amp; I “Zoë &amp; I”</p>" + rows() + rows();

    @TempDir
    Path folder;

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (char c = 'a'; c <= 'j'; c++) {
            rows.append("\n<li>row ").append(c).append("</li>");
        }
        return rows.toString();
    }

    private TestSite site(Middleware middleware) throws IOException {
        Files.writeString(folder.resolve("page.html"), SOURCE);
        Route page = path("p/", request -> render(request, "page.html", Map.of("name", "Zoë & I")));
        Route later = path("later/", TemplateView.of("page.html").extraContext("name", "Zoë & I"));
        TemplateBackend shout = name -> name.equals("shout")
                ? (values, request) -> ResponseBody.of("SHOUT".getBytes(StandardCharsets.UTF_8))
                : null;
        TemplateBackend drip = name ->
                name.equals("drip") ? (values, request) -> new ResponseBody.Stream(out -> out.write('d')) : null;
        Route other = path("shout/", request -> render(request, "shout"));
        Route streamed = path("drip/", request -> render(request, "drip"));
        return TestSite.withMiddleware(
                settings -> settings.with(
                        TemplateSettings.defaults().dir(folder).backend(shout).backend(drip)),
                middleware,
                page,
                later,
                other,
                streamed);
    }

    private static Response ask(TestSite site, String target, String header, String value) {
        Headers headers = Headers.of("Host", "testserver", header, value);
        Request request = Request.of(site.site(), new FakeExchange("GET", target, headers, new byte[0]));
        return site.site().service(SiteHandler.class).respond(request);
    }

    private static String text(ResponseBody.Bytes body) {
        return new String(body.data(), body.offset(), body.length(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsSentFromTheBufferItWasWrittenInto() throws IOException {
        try (TestSite site = site((request, next) -> next.handle(request))) {
            for (String target : new String[] {"/p/", "/later/"}) {
                Response response = site.get(target);
                ResponseBody.Bytes body = (ResponseBody.Bytes) response.body();
                assertThat(text(body)).isEqualTo(SHOWN);
                assertThat(body.data())
                        .as("the engine's buffer, which has room")
                        .hasSizeGreaterThan(body.length());
                assertThat(response.bytes()).isEqualTo(SHOWN.getBytes(StandardCharsets.UTF_8));
                assertThat(response.text()).isEqualTo(SHOWN);
                assertThat(response.header("Content-Length"))
                        .isEqualTo(Integer.toString(SHOWN.getBytes(StandardCharsets.UTF_8).length));
            }
        }
    }

    @Test
    void anEngineBesideGivesItsOwnKindOfBody() throws IOException {
        try (TestSite site = site((request, next) -> next.handle(request))) {
            assertThat(site.get("/shout/").text()).isEqualTo("SHOUT");
            assertThat(site.get("/drip/").isStreaming()).isTrue();
            site.site().run(() -> {
                assertThat(renderToString("page.html", Map.of("name", "Zoë & I")))
                        .isEqualTo(SHOWN);
                assertThat(renderToString("shout", Map.of())).isEqualTo("SHOUT");
                assertThatThrownBy(() -> renderToString("drip", Map.of())).hasMessageContaining("streaming");
            });
        }
    }

    @Test
    void compressionAndTagsSeeThePageAndNoMoreOfTheBuffer() throws IOException {
        try (TestSite site = site((request, next) -> new GZipMiddleware(Site.current()).handle(request, next))) {
            Response response = ask(site, "/p/", "Accept-Encoding", "gzip");
            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            byte[] page = new GZIPInputStream(new ByteArrayInputStream(response.bytes())).readAllBytes();
            assertThat(new String(page, StandardCharsets.UTF_8)).isEqualTo(SHOWN);
        }
        try (TestSite site =
                site((request, next) -> new ConditionalGetMiddleware(Site.current()).handle(request, next))) {
            String tag = ETags.of(SHOWN.getBytes(StandardCharsets.UTF_8));
            assertThat(site.get("/p/").header("ETag")).isEqualTo(tag);
            assertThat(ask(site, "/p/", "If-None-Match", tag).status()).isEqualTo(304);
        }
    }
}
