package quintet.dev.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** None of the developer's pages exist outside of debug mode, even if the module is on the class path. */
class ProductionTest {
    private static List<String> run(boolean debug, Path folder) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProductionMain.class.getName(),
                        Boolean.toString(debug),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(java.waitFor()).as(String.join("\n", out)).isZero();
        return out;
    }

    /** The classes of the module that were loaded, without those of this test. */
    private static Stream<String> ofModule(List<String> out) {
        return out.stream()
                .filter(line -> line.contains("[class,load]") && line.contains(" quintet.dev."))
                .map(line -> line.replaceFirst(".* (quintet\\.dev\\.\\S+) .*", "$1"))
                .filter(name -> !name.contains("ProductionMain"));
    }

    @Test
    void withoutDebugNoClassOfThemIsReachedAndNothingIsShown(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> out = run(false, folder);
        assertThat(ofModule(out)).containsExactly("quintet.dev.DevModule");
        assertThat(out).contains("PAGES false");
        List<String> pages =
                out.stream().filter(line -> line.startsWith("PAGE ")).toList();
        assertThat(pages)
                .hasSize(6)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("geheim", "a-secret-key", "Exception", "Views", "shelf_book", "DEBUG", "routes")
                        .matches("PAGE (403|404|500) .*"));
    }

    @Test
    void withDebugTheyAreThere(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> out = run(true, folder);
        assertThat(ofModule(out)).contains("quintet.dev.internal.DevPages");
        assertThat(out).contains("PAGES true");
        assertThat(out).anyMatch(line -> line.startsWith("PAGE 200 /_dev/settings/"));
    }
}
