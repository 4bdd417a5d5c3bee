package quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.CommandError;

/** A project's folder as the tools read and compile it, with Maven itself. */
class DevProjectTest {
    @TempDir
    private Path folder;

    private TestProject files;

    @BeforeEach
    void aSmallProject() {
        files = TestProject.in(folder);
        files.source("shop/Mysite.java", """
                package shop;
                import java.util.List;
                import quintet.core.*;
                import quintet.http.*;
                public final class Mysite extends Project {
                    @Override public Settings settings(Env env) {
                        return Settings.of(env).debug(true).secretKey("a key for a test project");
                    }
                    @Override public List<Route> routes() {
                        return List.of(Routes.path("", Views::index).name("index"));
                    }
                }
                """);
        files.source("shop/Views.java", """
                package shop;
                import quintet.http.*;
                public final class Views {
                    static Response index(Request request) {
                        return Response.text(Texts.hello());
                    }
                    static String other() {
                        return "other";
                    }
                }
                """);
        files.source("shop/Texts.java", """
                package shop;
                final class Texts {
                    static String hello() {
                        return "hello";
                    }
                }
                """);
    }

    private String call(Path classes, String method) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader())) {
            var found = loader.loadClass("shop." + method.substring(0, method.indexOf('.')))
                    .getDeclaredMethod(method.substring(method.indexOf('.') + 1));
            found.setAccessible(true);
            return (String) found.invoke(null);
        }
    }

    @Test
    void mavenSaysWhatTheProjectIsCompiledWith() {
        DevProject project = DevProject.open(folder.resolve("src/main/java"));
        assertThat(project.root()).isEqualTo(folder);
        assertThat(project.name()).isEqualTo("shop");
        assertThat(project.sourceRoots()).containsExactly(folder.resolve("src/main/java"));
        assertThat(project.resources()).containsExactly(folder.resolve("src/main/resources"));
        assertThat(project.testSourceRoots()).containsExactly(folder.resolve("src/test/java"));
        assertThat(project.javacOptions())
                .containsSubsequence("--release", "25")
                .contains("-parameters");
        assertThat(project.javacOptions()).doesNotContain("-Werror");
        assertThat(project.processorPath())
                .singleElement()
                .satisfies(jar -> assertThat(jar.toString()).endsWith("quintet-processor-1.jar"));
        assertThat(project.classPath()).isNotEmpty().allMatch(Files::exists);
        assertThat(DevProject.needsMaven(folder)).isFalse();
    }

    @Test
    void anUnchangedProjectCompilesNothingInTheNextProcessEither() {
        DevProject project = DevProject.open(folder);
        assertThat(project.compile().compiled())
                .containsExactlyInAnyOrder("shop/Mysite.java", "shop/Views.java", "shop/Texts.java");
        assertThat(project.projectClass()).isEqualTo("shop.Mysite");
        assertThat(project.compile().compiled()).isEmpty();
        DevProject later = DevProject.open(folder);
        assertThat(later.compile().compiled()).isEmpty();
        assertThat(later.projectClass()).isEqualTo("shop.Mysite");
        files.edit("shop/Texts.java", "\"hello\"", "\"hello again\"");
        assertThat(DevProject.open(folder).compile().compiled()).containsExactly("shop/Texts.java");
    }

    @Test
    void whatHasAnErrorThrowsItWhenItIsCalledAndTheRestWorks() throws Exception {
        files.edit("shop/Views.java", "\"other\"", "\"other\" + missing");
        DevProject project = DevProject.open(folder);
        Compilation partial = project.compileWhatCompiles();
        assertThat(partial.succeeded()).isFalse();
        assertThat(partial.describe()).contains("Views.java:8: error").contains("missing");
        assertThat(call(partial.classes(), "Texts.hello")).isEqualTo("hello");
        assertThatThrownBy(() -> call(partial.classes(), "Views.other"))
                .cause()
                .hasMessageContaining("Views.java:8: this does not compile: cannot find symbol");
        files.edit("shop/Views.java", " + missing", "");
        Compilation whole = project.compileWhatCompiles();
        assertThat(whole.succeeded()).isTrue();
        assertThat(whole.classes()).isEqualTo(project.output());
    }

    @Test
    void aModelThatMissesAPartIsNamedAndOneWithABrokenMethodIsNot() {
        files.source("shop/Item.java", """
                package shop;

                class Item {
                    static final Manager<Item> objects = new Manager<>();
                    int size;

                    int twice() {
                        return size * 2;
                    }
                }

                class Manager<T> {}
                """);
        files.edit("shop/Item.java", "size * 2", "size * missing");
        DevProject project = DevProject.open(folder);
        assertThat(project.compileWhatCompiles().brokenModels()).isEmpty();
        files.edit("shop/Item.java", "int size;", "int size; missing.Type other;");
        assertThat(project.compileWhatCompiles().brokenModels())
                .extracting(Path::toString)
                .containsExactly("src/main/java/shop/Item.java");
        files.edit("shop/Item.java", "class Manager<T> {}", "class Manager<T> {} }}{");
        assertThat(project.compileWhatCompiles().brokenModels()).hasSize(1);
    }

    @Test
    void errorsInGeneratedSourcesAreLeftOutWhenOneThatSomebodyWroteCausedThem() {
        files.source("shop/Owner.java", """
                package shop;

                import quintet.orm.*;

                public class Owner extends Model {
                    public static final Manager<Owner> objects = new Manager<>(Owner.class);
                    public missing.Type broken;
                }
                """);
        files.source("shop/Pet.java", """
                package shop;

                import quintet.fields.*;
                import quintet.orm.*;

                public class Pet extends Model {
                    public static final Manager<Pet> objects = new Manager<>(Pet.class);

                    @ForeignKey(onDelete = OnDelete.CASCADE)
                    public Ref<Owner> owner;
                }
                """);
        Compilation broken = DevProject.open(folder).compile();
        assertThat(broken.describe()).contains("package missing does not exist").doesNotContain("Pet_.java");
    }

    @Test
    void anErrorWhoseTextTheCompilerMakesByLoadingMoreClassesIsTold() {
        files.source("shop/Late.java", """
                package shop;

                import java.util.concurrent.Callable;
                import quintet.orm.Db;
                import quintet.orm.Transactions;

                class Late {
                    void run(Callable<Object> action) {}

                    void both() {
                        run(() -> Transactions.atomic(() -> { Texts.hello(); }));
                        run(() -> Db.query("select 1", row -> row.getLong(1)).toString());
                    }
                }
                """);
        assertThat(DevProject.open(folder).compile().describe()).contains("Late.java:11: error", "Late.java:12: error");
    }

    @Test
    void aProjectThatNeverCompiledStillHasItsProjectClass() {
        files.edit("shop/Views.java", "\"other\"", "\"other\" + missing");
        DevProject project = DevProject.open(folder);
        project.compileWhatCompiles();
        assertThat(project.projectClass()).isEqualTo("shop.Mysite");
    }

    @Test
    void aSyntaxErrorStopsOnlyItsMethodOrItsFile() throws Exception {
        DevProject project = DevProject.open(folder);
        assertThat(project.compile().succeeded()).isTrue();
        files.edit("shop/Views.java", "return \"other\";", "return \"other\" +;");
        assertThat(call(project.compileWhatCompiles().classes(), "Texts.hello")).isEqualTo("hello");
        files.edit("shop/Views.java", "return \"other\" +;", "return \"other\"; }}}} {{");
        Compilation partial = project.compileWhatCompiles();
        assertThat(call(partial.classes(), "Texts.hello")).isEqualTo("hello");
        assertThat(partial.classes().resolve("shop/Mysite.class")).exists();
        assertThat(partial.classes().resolve("shop/Views.class")).exists();
    }

    @Test
    void aChangedPomIsResolvedAnewAndCompilesEverything() {
        DevProject project = DevProject.open(folder);
        project.compile();
        assertThat(project.refresh()).isFalse();
        files.pom("<quintet.project>shop.Mysite</quintet.project>");
        assertThat(DevProject.needsMaven(folder)).isTrue();
        assertThat(project.refresh()).isTrue();
        assertThat(project.refresh()).isFalse();
    }

    @Test
    void aPomThatMavenRefusesIsOneReport() {
        files.write("pom.xml", files.read("pom.xml").replace("<artifactId>lib0<", "<artifactId>nowhere<"));
        assertThatThrownBy(() -> DevProject.open(folder))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("Maven could not resolve")
                .hasMessageContaining("lib:nowhere");
    }

    @Test
    void aFolderWithoutPomIsOneSentence(@TempDir Path empty) {
        assertThatThrownBy(() -> DevProject.open(empty))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("There is no pom.xml in " + empty);
    }

    @Test
    void twoProjectClassesMustBeToldApart() throws IOException {
        files.source(
                "shop/Second.java", files.read("src/main/java/shop/Mysite.java").replace("Mysite", "Second"));
        DevProject project = DevProject.open(folder);
        project.compile();
        assertThatThrownBy(project::projectClass).hasMessageContaining("shop.Mysite, shop.Second");
        files.pom("<quintet.project>shop.Second</quintet.project>");
        project.refresh();
        assertThat(project.projectClass()).isEqualTo("shop.Second");
    }

    @Test
    void aPomThatOnlyJoinsModulesNamesThem() {
        files.write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>test</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules><module>site</module><module>library</module></modules>
                </project>
                """);
        for (String module : List.of("site", "library")) {
            files.write(module + "/pom.xml", """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent><groupId>test</groupId><artifactId>all</artifactId><version>1</version></parent>
                      <artifactId>%s</artifactId>
                    </project>
                    """.formatted(module));
        }
        assertThatThrownBy(() -> DevProject.open(folder))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("only joins modules")
                .hasMessageContaining("site, library");
        assertThat(DevProject.open(folder.resolve("library")).poms())
                .containsExactly(folder.resolve("library/pom.xml"), folder.resolve("pom.xml"));
    }

    @Test
    void aModuleOfTheSameBuildThatWasNotInstalledIsExplained() {
        files.write("site/pom.xml", files.read("pom.xml").replace("<artifactId>lib0<", "<artifactId>nowhere<"));
        assertThatThrownBy(() -> DevProject.open(folder.resolve("site")))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("lib:nowhere")
                .hasMessageContaining("mvn install -DskipTests\" in " + folder);
    }

    @Test
    void foldersThatMavenFiltersAreKnown() {
        assertThat(DevProject.open(folder).filteredResources()).isEmpty();
        files.write(
                "pom.xml",
                files.read("pom.xml")
                        .replace(
                                "<build>",
                                "<build><resources><resource><directory>src/main/resources</directory>"
                                        + "<filtering>true</filtering></resource></resources>"));
        assertThat(DevProject.open(folder).filteredResources()).containsExactly(folder.resolve("src/main/resources"));
    }
}
