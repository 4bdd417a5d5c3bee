package quintet.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Examples in the documentation are code that tests compile and run. */
class DocsTest {
    @TestFactory
    Stream<DynamicTest> everyJavaExampleIsCompiledCode() throws IOException {
        return DocsPage.all(Path.of(System.getProperty("quintet.root", ".."))).stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.toString(), () -> assertThat(page.check()).isEmpty()));
    }
}
