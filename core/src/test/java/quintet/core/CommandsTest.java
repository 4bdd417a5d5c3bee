package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import quintet.core.docs.DocsApp;
import quintet.core.docs.commands.CloseOrders;

/** Commands: found by their place, run from code. */
@Isolated
class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(Site site, String... args) {
        return Commands.call(site, new PrintWriter(out), new PrintWriter(err), args);
    }

    private static Site open(Check... checks) {
        return Site.open(new TestProject(List.of(checks)), Env.of(Map.of()));
    }

    private record TestProject(List<Check> checks) implements SiteDefinition, SiteModule {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env).apps(DocsApp.class);
        }

        @Override
        public void configure(SiteBuilder builder) {
            checks.forEach(builder::check);
        }
    }

    @Test
    void aCommandIsFoundInTheAppsPackageAndRuns() {
        try (Site site = open()) {
            assertThat(Commands.of(site)).containsKey("closeorders");
            assertThat(call(site, "closeorders", "--dry-run")).isZero();
            assertThat(out).hasToString("Would close orders older than 14 days.\n");
        }
    }

    @Test
    void aCheckThatTakesItsTimeDoesNotHoldUpOtherCommands() {
        Check slow = Check.thorough("docs", site -> List.of(CheckMessage.error("t.E002", "It is broken.", null, "x")));
        try (Site site = open(slow)) {
            assertThat(call(site, "closeorders", "--dry-run")).isZero();
            assertThat(site.check("docs")).extracting(CheckMessage::id).containsExactly("t.E002");
            assertThat(site.checkTags()).contains("docs").doesNotContain("thorough");
            assertThat(call(site, "check")).isEqualTo(1);
        }
    }

    @Test
    void aCommandErrorIsASentenceAndAnExitCode() {
        try (Site site = open()) {
            assertThat(call(site, "closeorders", "--days", "0")).isEqualTo(1);
            assertThat(err).hasToString("--days must be at least 1.\n");
        }
    }

    @Test
    void misspeltCommandsAndOptionsGetTheNearestName() {
        try (Site site = open()) {
            assertThat(call(site, "closeorder")).isEqualTo(2);
            assertThat(err.toString()).contains("Unknown command: 'closeorder'. Did you mean 'closeorders'?");
            assertThat(call(site, "closeorders", "--dryrun")).isEqualTo(2);
            assertThat(err.toString()).contains("--dry-run");
        }
    }

    @Test
    void aSeriousCheckMessageKeepsCommandsFromRunning() {
        Check broken = Check.of("models", site -> List.of(CheckMessage.error("t.E001", "It is broken.", null, "shop")));
        try (Site site = open(broken)) {
            assertThat(call(site, "closeorders")).isEqualTo(1);
            assertThat(err.toString()).contains("shop: (t.E001) It is broken.");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void anAppInAJarListsItsClassesToo(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("app.jar");
        try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(DocsApp.class, CloseOrders.class)) {
                copy(type, target);
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return name.startsWith("quintet.core.docs") ? super.findClass(name) : Class.forName(name);
            }
        }) {
            App app = (App) loader.loadClass(DocsApp.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(app.classes("commands")).singleElement().satisfies(type -> {
                assertThat(type.getName()).isEqualTo(CloseOrders.class.getName());
                assertThat(type).isNotEqualTo(CloseOrders.class);
            });
        }
    }

    private static void copy(Class<?> type, JarOutputStream target) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        target.putNextEntry(new JarEntry(name));
        try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
            assertThat(bytes).isNotNull();
            bytes.transferTo(target);
        }
        target.closeEntry();
    }
}
