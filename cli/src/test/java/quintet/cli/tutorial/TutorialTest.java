package quintet.cli.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial in docs/tutorial, followed from the first page to the last in an empty folder. */
class TutorialTest {
    private static final Path ROOT = Path.of(System.getProperty("quintet.root", ".."));

    @Test
    void everyPageDoesWhatItSays(@TempDir Path home) throws IOException, InterruptedException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/tutorial"))) {
            pages = files.filter(file -> file.getFileName().toString().matches("\\d.*\\.md"))
                    .sorted()
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThan(5);
        try (Reader reader = new Reader(ROOT.toAbsolutePath().normalize(), home.toRealPath())) {
            for (Path page : pages) {
                reader.follow(Page.read(page));
            }
        }
    }
}
