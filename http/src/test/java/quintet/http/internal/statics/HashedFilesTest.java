package quintet.http.internal.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedFilesTest {
    @TempDir
    Path dir;

    private HashedFiles hash(Map<String, String> texts) throws IOException {
        for (var entry : texts.entrySet()) {
            Path file = dir.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        return HashedFiles.of(new Finder(List.of(new StaticPlace.Folder("", dir))).all(), "/static/");
    }

    private static String content(HashedFiles files, String name) throws IOException {
        return new String(files.byName().get(name).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void putsTheHashBeforeTheLastEnding() {
        assertThat(Hashing.hash("hello".getBytes(StandardCharsets.UTF_8))).isEqualTo("5d41402abc4b");
        assertThat(Hashing.name("a/b.tar.gz", "0")).isEqualTo("a/b.tar.0.gz");
        assertThat(Hashing.name("a.b/README", "0")).isEqualTo("a.b/README.0");
        assertThat(Hashing.name("a/.hidden", "0")).isEqualTo("a/.hidden.0");
    }

    @Test
    void rewritesReferencesOfStyleSheets() throws IOException {
        HashedFiles files = hash(Map.of(
                "img/p.png", "png",
                "css/base.css", "b{}",
                "css/site.css",
                        "@import \"base.css\"; @import url('base.css');\n"
                                + "a{background:url(../img/p.png)} b{background:url( \"../img/p.png?v=1#x\" )}"
                                + "c{background:URL(/static/img/p.png)} d{background:url(data:image/png;base64,xx)}"
                                + "e{background:url(https://h/p.png)} f{background:url(#id)} /* url(../img/p.png) */"
                                + "g{background:url(//h/p.png)} h{background:url(/other/p.png)}"));
        String png = files.names().get("img/p.png");
        String base = files.names().get("css/base.css").substring(4);
        assertThat(content(files, "css/site.css"))
                .isEqualTo("@import url(\"" + base + "\"); @import url(\"" + base + "\");\n"
                        + "a{background:url(\"../" + png + "\")} b{background:url(\"../" + png + "?v=1#x\")}"
                        + "c{background:url(\"/static/" + png + "\")} d{background:url(data:image/png;base64,xx)}"
                        + "e{background:url(https://h/p.png)} f{background:url(#id)} /* url(../img/p.png) */"
                        + "g{background:url(//h/p.png)} h{background:url(/other/p.png)}");
        assertThat(files.missing()).isEmpty();
    }

    @Test
    void aChangedImageRenamesTheStyleSheetsThatShowIt() throws IOException {
        Map<String, String> texts =
                new TreeMap<>(Map.of("p.png", "one", "a.css", "a{background:url(p.png)}", "b.css", "@import 'a.css';"));
        String before = hash(texts).names().get("b.css");
        texts.put("p.png", "two");
        assertThat(hash(texts).names().get("b.css")).isNotEqualTo(before);
    }

    @Test
    void rewritesSourceMaps() throws IOException {
        HashedFiles files = hash(Map.of(
                "a.js",
                "x()\n//# sourceMappingURL=a.js.map\n",
                "a.js.map",
                "{}",
                "a.css",
                "a{}\n/*# sourceMappingURL=a.js.map */"));
        String map = files.names().get("a.js.map");
        assertThat(content(files, "a.js")).isEqualTo("x()\n//# sourceMappingURL=" + map + "\n");
        assertThat(content(files, "a.css")).isEqualTo("a{}\n/*# sourceMappingURL=" + map + " */");
    }

    @Test
    void namesMissingFilesAndKeepsTheirReferences() throws IOException {
        HashedFiles files = hash(Map.of("css/a.css", "a{background:url(none.png)}"));
        assertThat(files.missing()).containsExactly("css/a.css refers to none.png");
        assertThat(content(files, "css/a.css")).contains("url(none.png)");
    }

    @Test
    void filesThatReferToEachOtherInACircleDoNotHang() throws IOException {
        HashedFiles files = hash(Map.of("a.css", "@import 'b.css';", "b.css", "@import 'a.css';"));
        assertThat(files.names()).hasSize(2);
    }

    @Test
    void writesAndReadsTheManifestOfDjango() {
        SortedMap<String, String> names = new TreeMap<>(Map.of("b\u00e9.css", "b\u00e9.2.css", "a.css", "a.1.css"));
        String text = Manifest.format(names);
        assertThat(text)
                .startsWith(
                        "{\"paths\": {\"a.css\": \"a.1.css\", \"b\\u00e9.css\": \"b\\u00e9.2.css\"}, \"version\": \"1.1\", \"hash\": \"");
        assertThat(Manifest.parse(text)).isEqualTo(names);
        assertThatThrownBy(() -> Manifest.parse("{\"version\": \"1.1\"}")).hasMessageContaining("paths");
    }

    @Test
    void urlsWithHashesKeepQueryAndFragment() {
        Map<String, String> names = Map.of("img/p.png", "img/p.0b.png", "f.eot", "f.1.eot", "a b.png", "a b.2.png");
        assertThat(StaticUrl.hashed("/static/", "img/p.png", names, true)).isEqualTo("/static/img/p.0b.png");
        assertThat(StaticUrl.hashed("/static/", "img/p.png#f", names, true)).isEqualTo("/static/img/p.0b.png#f");
        assertThat(StaticUrl.hashed("/static/", "f.eot?#iefix", names, true)).isEqualTo("/static/f.1.eot?#iefix");
        assertThat(StaticUrl.hashed("/static/", "a%20b.png", names, true)).isEqualTo("/static/a b.2.png");
        assertThat(StaticUrl.hashed("/static/", "css/", names, true)).isEqualTo("/static/css/");
        assertThatThrownBy(() -> StaticUrl.hashed("/static/", "/abs", names, true))
                .hasMessage("Missing staticfiles manifest entry for '/abs'");
        assertThat(StaticUrl.hashed("/static/", "/abs", names, false)).isEqualTo("/static/abs");
    }

    @Test
    void plainUrlsAreQuoted() {
        assertThat(StaticUrl.plain("/static/", "a b/\u00e9(1)'~.png")).isEqualTo("/static/a%20b/%C3%A9(1)'~.png");
        assertThat(StaticUrl.plain("https://cdn/", "//x")).isEqualTo("https://cdn/x");
    }
}
