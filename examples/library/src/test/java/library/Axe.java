package library;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Holds a page against the accessibility rules of axe-core. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => {
              const results = await axe.run();
              return results.violations.map(v => v.impact + ' ' + v.id + ': ' + v.help + ' at '
                  + v.nodes.slice(0, 3).map(n => n.html + ' (' + n.failureSummary + ')').join(', '));
            }""";

    private Axe() {}

    /** What is wrong with the page as it stands; mostly an empty list. */
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        Properties jar = new Properties();
        try (InputStream about =
                Axe.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            jar.load(about);
            String path = "/META-INF/resources/webjars/axe-core/" + jar.getProperty("version") + "/axe.min.js";
            try (InputStream script = Axe.class.getResourceAsStream(path)) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
