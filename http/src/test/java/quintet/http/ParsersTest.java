package quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import quintet.core.Site;
import quintet.http.internal.CookieText;

/** What was written is read back; what is no sense at all is refused or ignored, never a crash. */
class ParsersTest {
    private static Site site;

    @BeforeContainer
    static void open() {
        site = TestSites.open();
    }

    @AfterContainer
    static void close() {
        site.close();
    }

    @Property(tries = 200)
    void queryStringsComeBack(
            @ForAll @Size(max = 5) Map<@NotEmpty String, @Size(min = 1, max = 3) List<String>> values) {
        Map<String, List<String>> sound = new LinkedHashMap<>();
        values.forEach((name, list) ->
                sound.put(clean(name), list.stream().map(ParsersTest::clean).toList()));
        QueryDict query = QueryDict.of(sound);
        assertThat(QueryDict.of(query.urlencode())).isEqualTo(query);
        assertThat(QueryDict.of(query.urlencode("/"))).isEqualTo(query);
    }

    /** Half of a surrogate pair has no bytes. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void anyTextIsAQueryStringOrCookieOrHeaderOrUrl(@ForAll String text) {
        assertThat(QueryDict.of(text).names()).isNotNull();
        assertThat(CookieText.parse(text)).isNotNull();
        assertThat(MediaType.parse(text).quality()).isBetween(0.0, 1.0);
        assertThat(ETags.parse(text)).isNotNull();
        assertThat(Hosts.split(text)).isNotNull();
        assertThat(Uris.uriToIri(text)).isNotNull();
        assertThat(HttpDates.parse(text)).isEmpty();
        SafeUrls.isSafe(text, List.of("example.com"), false);
    }

    @Property(tries = 200)
    void cookieValuesComeBack(@ForAll @AlphaChars @StringLength(min = 2, max = 8) String name, @ForAll String value) {
        String sound = clean(value)
                .codePoints()
                .filter(c -> c >= ' ' && c != 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (CookieText.problem(name, sound) != null) return;
        String header = Cookie.of(name, sound).path(null).toHeader();
        assertThat(CookieText.parse(header)).containsEntry(name, sound);
    }

    @Property(tries = 150)
    void multipartBodiesComeBackHoweverTheyArrive(
            @ForAll @Size(max = 6) List<byte[]> files,
            @ForAll @Size(max = 6) List<String> fields,
            @ForAll @IntRange(min = 1, max = 70_000) int piece)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> sound = fields.stream().map(ParsersTest::clean).toList();
        for (String field : sound) part(body, "name=\"t\"", field.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < files.size(); i++) part(body, "name=\"f\"; filename=\"" + i + ".bin\"", files.get(i));
        body.writeBytes("--BoundAry--\r\n".getBytes(StandardCharsets.UTF_8));
        TestExchange exchange = TestExchange.of("POST", "/")
                .body("multipart/form-data; boundary=BoundAry", body.toByteArray())
                .inPiecesOf(piece);
        Request request = Request.of(site, exchange);
        assertThat(request.form().list("t")).isEqualTo(sound);
        List<byte[]> received = new ArrayList<>();
        for (UploadedFile file : request.files().list("f")) received.add(file.read());
        assertThat(java.util.Arrays.deepEquals(received.toArray(), files.toArray()))
                .isTrue();
        request.close();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--BoundAry\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 150)
    void anyBytesAreAFormOrABadRequest(@ForAll byte[] noise, @ForAll @IntRange(min = 0, max = 3) int boundaries) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < boundaries; i++) {
            body.writeBytes("--B\r\nContent-Disposition: form-data; name=a\r\n".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(noise);
        }
        TestExchange exchange =
                TestExchange.of("POST", "/").body("multipart/form-data; boundary=B", body.toByteArray());
        try {
            assertThat(Request.of(site, exchange).form().names()).isNotNull();
        } catch (BadRequest | quintet.core.SuspiciousOperation e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Property(tries = 200)
    void headersRefuseLineBreaksAndKeepTheRest(
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String name, @ForAll String value) {
        boolean broken = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || value.indexOf(0) >= 0;
        try {
            Headers headers = Headers.empty().add(name, value);
            assertThat(broken).isFalse();
            assertThat(headers.get(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(value);
        } catch (BadHeader e) {
            assertThat(broken).isTrue();
        }
    }
}
