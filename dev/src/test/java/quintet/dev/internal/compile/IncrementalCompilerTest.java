package quintet.dev.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes to a small project, and what each makes the compiler do. */
class IncrementalCompilerTest {
    @TempDir
    private Path folder;

    private Path sources;
    private IncrementalCompiler compiler;
    private int clock;

    @BeforeEach
    void aProjectOfFourClasses() throws IOException {
        sources = folder.resolve("src");
        compiler = new IncrementalCompiler(new CompilerOptions(
                List.of(sources),
                List.of(),
                List.of(),
                List.of("-parameters"),
                folder.resolve("classes"),
                folder.resolve("generated")));
        write(
                "shop/Item.java",
                "package shop; public class Item { public int price() { return 1; } private int x() { return 2; } }");
        write(
                "shop/Order.java",
                "package shop; public class Order { public int total(Item i) { return i.price() * Rates.TAX; } }");
        write("shop/Rates.java", "package shop; public class Rates { public static final int TAX = 3; }");
        write("shop/Clock.java", "package shop; public class Clock { public long now() { return 5; } }");
        assertThat(compiler.compile().errors()).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Time stamps of a fast file system may be equal within a test.
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + clock++)));
    }

    private int total() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, null)) {
            Class<?> item = loader.loadClass("shop.Item");
            Class<?> order = loader.loadClass("shop.Order");
            Object result = order.getMethod("total", item)
                    .invoke(
                            order.getConstructor().newInstance(),
                            item.getConstructor().newInstance());
            return (int) result;
        }
    }

    @Test
    void nothingIsDoneWhenNothingChanged() throws Exception {
        assertThat(compiler.compile().isEmpty()).isTrue();
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void aChangedBodyCompilesOneFileAndCanBeTakenOver() throws Exception {
        write(
                "shop/Item.java",
                "package shop; public class Item { public int price() { return 10; } private int x() { return 2; } }");
        CompileResult result = compiler.compile();
        assertThat(result.compiled()).containsExactly("shop/Item.java");
        assertThat(result.redefined()).containsOnlyKeys("shop.Item");
        assertThat(result.reshaped()).isEmpty();
        assertThat(total()).isEqualTo(30);
    }

    @Test
    void aNewPrivateMethodNeedsARestartButNoDependents() throws Exception {
        write(
                "shop/Item.java",
                "package shop; public class Item { public int price() { return y(); } private int y() { return 4; } }");
        CompileResult result = compiler.compile();
        assertThat(result.compiled()).containsExactly("shop/Item.java");
        assertThat(result.reshaped()).containsExactly("shop.Item");
        assertThat(total()).isEqualTo(12);
    }

    @Test
    void aChangedSignatureCompilesItsDependents() throws Exception {
        write("shop/Item.java", "package shop; public class Item { public short price() { return 7; } }");
        CompileResult result = compiler.compile();
        assertThat(result.compiled()).containsExactly("shop/Item.java", "shop/Order.java");
        assertThat(total()).isEqualTo(21);
    }

    @Test
    void aChangedConstantCompilesWhatMentionsIt() throws Exception {
        write("shop/Rates.java", "package shop; public class Rates { public static final int TAX = 5; }");
        CompileResult result = compiler.compile();
        assertThat(result.compiled()).containsExactly("shop/Order.java", "shop/Rates.java");
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void aConstantMadeOfAConstantIsFollowedFurther() throws Exception {
        write("shop/Rates.java", "package shop; public class Rates { public static final int TAX = Base.RATE + 1; }");
        write("shop/Base.java", "package shop; public interface Base { int RATE = 2; String TAXI = \"x\"; }");
        write("shop/Taxi.java", "package shop; class Taxi { String name = \"TAX\" + Base.TAXI; }");
        assertThat(compiler.compile().errors()).isEmpty();
        write("shop/Base.java", "package shop; public interface Base { int RATE = 8; String TAXI = \"x\"; }");
        CompileResult result = compiler.compile();
        assertThat(result.compiled())
                .contains("shop/Base.java", "shop/Rates.java", "shop/Order.java")
                .doesNotContain("shop/Clock.java", "shop/Item.java");
        assertThat(total()).isEqualTo(9);
    }

    @Test
    void aConstantInAnAnnotationIsFollowed() throws Exception {
        write("shop/Order.java", """
                package shop;
                @Deprecated(since = Rates.SINCE) public class Order {
                    public int total(Item i) { return i.price() * Rates.TAX; }
                }
                """);
        String rates = "package shop; public class Rates { public static final int TAX = 3;"
                + " public static final String SINCE = \"%s\"; }";
        write("shop/Rates.java", rates.formatted("one"));
        assertThat(compiler.compile().errors()).isEmpty();
        write("shop/Rates.java", rates.formatted("two"));
        assertThat(compiler.compile().compiled()).contains("shop/Order.java");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, null)) {
            assertThat(loader.loadClass("shop.Order")
                            .getAnnotation(Deprecated.class)
                            .since())
                    .isEqualTo("two");
        }
    }

    @Test
    void aConstantThatGoesIsMissedWhereItWasCopiedTo() throws Exception {
        Files.delete(sources.resolve("shop/Rates.java"));
        CompileResult result = compiler.compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.errors().getFirst().message()).contains("Rates");
    }

    @Test
    void anErrorIsShownWithItsLineAndTheOldClassesStay() throws Exception {
        write("shop/Item.java", "package shop;\npublic class Item {\n    public int price() { return prise; }\n}");
        CompileResult result = compiler.compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.message()).contains("prise");
            assertThat(error.toString()).contains("Item.java:3: error").contains("return prise;");
        });
        assertThat(total()).isEqualTo(3);
        write(
                "shop/Item.java",
                "package shop; public class Item { public int price() { return 8; } private int x() { return 2; } }");
        assertThat(compiler.compile().redefined()).containsOnlyKeys("shop.Item");
        assertThat(total()).isEqualTo(24);
    }

    @Test
    void aDependentThatBreaksIsCompiledAgainOnceItsCauseIsMended() throws Exception {
        write("shop/Item.java", "package shop; public class Item { public int cost() { return 1; } }");
        assertThat(compiler.compile().errors())
                .anyMatch(error -> String.valueOf(error.file()).endsWith("Order.java"));
        write("shop/Order.java", "package shop; public class Order { public int total(Item i) { return i.cost(); } }");
        assertThat(compiler.compile().succeeded()).isTrue();
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void aDeletedClassIsGoneAndMissedByItsUsers() throws Exception {
        Files.delete(sources.resolve("shop/Clock.java"));
        CompileResult result = compiler.compile();
        assertThat(result.reshaped()).containsExactly("shop.Clock");
        assertThat(folder.resolve("classes/shop/Clock.class")).doesNotExist();
        Files.delete(sources.resolve("shop/Rates.java"));
        assertThat(compiler.compile().errors())
                .anyMatch(error -> error.message().contains("Rates"));
        assertThat(total()).isEqualTo(3);
        write("shop/Rates.java", "package shop; public class Rates { public static final int TAX = 2; }");
        assertThat(compiler.compile().succeeded()).isTrue();
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void aRemovedNestedClassLeavesNoClassFile() throws Exception {
        write("shop/Clock.java", "package shop; public class Clock { public record Tick(int n) {} }");
        compiler.compile();
        assertThat(folder.resolve("classes/shop/Clock$Tick.class")).exists();
        write("shop/Clock.java", "package shop; public class Clock { }");
        compiler.compile();
        assertThat(folder.resolve("classes/shop/Clock$Tick.class")).doesNotExist();
    }
}
