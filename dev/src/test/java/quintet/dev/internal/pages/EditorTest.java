package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Site;
import quintet.test.Client;

class EditorTest {
    @TempDir
    private Path folder;

    private String link(String editor, String path) {
        return link(Map.of(Editor.VARIABLE, editor), path);
    }

    private String link(Map<String, String> env, String path) {
        try (Site site = Shelf.open(folder, env)) {
            return Editor.of(site).link(Path.of(path), 42);
        }
    }

    @Test
    void knownEditorsHaveTheirLinks() {
        assertThat(link("idea", "/home/jane/my site/A.java"))
                .isEqualTo("idea://open?file=/home/jane/my%20site/A.java&line=42");
        assertThat(link("VSCode", "/home/jane/A.java")).isEqualTo("vscode://file/home/jane/A.java:42");
        assertThat(link("zed", "/a&b/A.java")).isEqualTo("zed://file/a%26b/A.java:42");
    }

    @Test
    void anyOtherUrlWillDo() {
        assertThat(link("my://edit/{line}?f={file}", "/x/A.java")).isEqualTo("my://edit/42?f=/x/A.java");
        assertThat(link("none", "/x/A.java")).isNull();
    }

    @Test
    void aProjectThatRunsElsewhereIsFoundHere() {
        assertThat(link(
                        Map.of(Editor.VARIABLE, "vscode", Editor.PATHS, "/app=/home/jane/mysite"),
                        "/app/src/main/java/A.java"))
                .isEqualTo("vscode://file/home/jane/mysite/src/main/java/A.java:42");
    }

    @Test
    void aCommandIsRunForAFormOfThesePagesOnly() throws Exception {
        Path target = folder.resolve("opened");
        try (Site site = Shelf.open(folder, Map.of(Editor.VARIABLE, "cp {file} " + target))) {
            Client browser = Shelf.browser(site);
            String token = new Guard(site).token();
            String own = Shelf.ROOT.resolve("src/test/java/shelf/Views.java") + ":7";
            assertThat(browser.get("/shelf/fail/").text()).contains("name=\"place\" value=\"" + own.replace(":7", ":"));
            assertThat(browser.post("/_dev/open", Map.of("place", own)).status())
                    .isEqualTo(403);
            assertThat(browser.header("X-Forwarded-For", "10.0.0.1")
                            .post("/_dev/open", Map.of("place", own, "token", token))
                            .status())
                    .isEqualTo(404);
            for (String elsewhere : new String[] {
                "/etc/passwd", Shelf.ROOT + "/../README.md", Shelf.ROOT + "/pom.xml.x", "/etc/../etc/hosts:1"
            }) {
                assertThat(browser.post("/_dev/open", Map.of("place", elsewhere, "token", token))
                                .status())
                        .as(elsewhere)
                        .isIn(400, 403);
            }
            assertThat(browser.post("/_dev/open", Map.of("place", own, "token", token))
                            .status())
                    .isEqualTo(204);
            for (int i = 0; i < 200 && !Files.exists(target); i++) {
                Thread.sleep(20);
            }
            assertThat(target).exists();
        }
    }
}
