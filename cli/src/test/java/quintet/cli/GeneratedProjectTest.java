package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else a new project must do: build with Maven alone, compile with Eclipse's compiler, run from its main method. */
class GeneratedProjectTest {
    private static final String BOOK = """
            package com.acme.shelf;

            import quintet.fields.CharField;
            import quintet.orm.Manager;
            import quintet.orm.Meta;
            import quintet.orm.Model;

            public class Book extends Model {
                public static final Manager<Book> objects = new Manager<>(Book.class);

                @CharField(maxLength = 200)
                public String title = "";

                public static final Meta<Book> meta = Meta.of(Book.class).ordering(Book_.title.asc());
            }
            """;

    @TempDir
    private static Path folder;

    private static Generated project;

    @BeforeAll
    static void aProjectWithAPackageAndAModel() throws Exception {
        project = Generated.in(folder, "my_site", "--package", "com.acme.my_site");
        assertThat(project.manage("startapp", "shelf").code()).isZero();
        project.write("src/main/java/com/acme/shelf/Book.java", BOOK);
        project.replace(
                "src/main/java/com/acme/my_site/MySite.java",
                "StaticFilesApp.class)",
                "StaticFilesApp.class, com.acme.shelf.ShelfApp.class)");
        project.replace(
                "src/main/java/com/acme/my_site/MySite.java",
                "TemplateView.of(\"base.html\"))",
                "TemplateView.of(\"base.html\")), quintet.http.Routes.include(\"shelf/\", com.acme.shelf.ShelfApp.class)");
    }

    @Test
    void mavenAloneBuildsAndTestsIt() throws Exception {
        Generated.Result result = project.run(Map.of(), "", List.of("./mvnw", "-B", "verify"));
        assertThat(result.out())
                .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")
                .contains("BUILD SUCCESS");
        assertThat(result.code()).isZero();
    }

    @Test
    void eclipsesCompilerCompilesIt() throws Exception {
        assertThat(project.manage("version").code()).isZero();
        Path out = Files.createDirectories(folder.resolve("ecj"));
        Path generated = Files.createDirectories(folder.resolve("ecj-generated"));
        String jars =
                String.join(File.pathSeparator, Files.readAllLines(project.file("target/quintet-dev/launch.jars")));
        String processor = Artifacts.repository()
                .resolve("dev/quintet/quintet-processor")
                .resolve(quintet.core.Version.current())
                .resolve("quintet-processor-" + quintet.core.Version.current() + ".jar")
                .toString();
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "25",
                "-parameters",
                "-proceedOnError",
                "-nowarn",
                "-d",
                out.toString(),
                "-s",
                generated.toString(),
                "-classpath",
                jars,
                "-processorpath",
                processor));
        try (Stream<Path> sources = Files.walk(project.file("src"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        StringWriter printed = new StringWriter();
        boolean fine = BatchCompiler.compile(
                arguments.toArray(String[]::new), new PrintWriter(printed), new PrintWriter(printed), null);
        assertThat(printed.toString()).doesNotContain("ERROR");
        assertThat(fine).isTrue();
        assertThat(out.resolve("com/acme/shelf/Book_.class")).exists();
    }

    @Test
    void itsMainServesInOneProcessAndRunsCommands() throws Exception {
        assertThat(project.manage("check").code()).isZero();
        String classPath = String.join(
                File.pathSeparator,
                project.file("target/quintet-dev/classes").toString(),
                project.file("src/main/resources").toString(),
                String.join(File.pathSeparator, Files.readAllLines(project.file("target/quintet-dev/launch.jars"))));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Generated.Result check =
                project.run(Map.of(), "", List.of(java, "-cp", classPath, "com.acme.my_site.MySite", "check"));
        assertThat(check.out()).isEqualTo("System check identified no issues (0 silenced).\n");
        Process process = new ProcessBuilder(
                        java, "-cp", classPath, "com.acme.my_site.MySite", "runserver", "0", "--noreload")
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .start();
        try (var reader = process.inputReader()) {
            URI address = address(reader);
            HttpClient client = HttpClient.newHttpClient();
            String page = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("It works.").contains("my_site").contains("/static/site.css");
            var css = client.send(
                    HttpRequest.newBuilder(address.resolve("/static/site.css")).build(), BodyHandlers.ofString());
            assertThat(css.statusCode()).isEqualTo(200);
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private static URI address(java.io.BufferedReader reader) throws IOException {
        Pattern pattern = Pattern.compile("Quintet .*(http://127\\.0\\.0\\.1:\\d+/)");
        StringBuilder seen = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError(seen);
    }

    @Test
    void whatKeepsManageFromStartingIsOneSentence() throws Exception {
        Generated.Result java = project.manage(
                Map.of("JAVA_HOME", "/nowhere", "PATH", "/usr/bin:/bin", "QUINTET_JDK_FOLDERS", "/nowhere"),
                "",
                "check");
        assertThat(java.code()).isEqualTo(1);
        assertThat(java.err())
                .contains("No JDK 25 found")
                .contains("install one")
                .contains("JAVA_HOME");
        String pom = project.read("pom.xml");
        try {
            project.write(
                    "pom.xml",
                    pom.replace("<artifactId>quintet-test</artifactId>", "<artifactId>quintet-tset</artifactId>"));
            Generated.Result maven = project.manage("check");
            assertThat(maven.code()).isEqualTo(1);
            assertThat(maven.err()).contains("quintet-tset").contains("Maven could not resolve the project");
            project.write("pom.xml", pom.replaceAll("(?s)<quintet.version>.*</quintet.version>", ""));
            assertThat(project.manage("check").err())
                    .isEqualTo(
                            "pom.xml does not say which Quintet it uses: add <quintet.version> to its <properties>.\n");
        } finally {
            project.write("pom.xml", pom);
        }
    }
}
