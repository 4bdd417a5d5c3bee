package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the house's rules: arrows point down, internal stays internal, one public package a module. */
class ArchitectureTest {
    private static final Set<String> SITE =
            Set.of("contenttypes", "core", "fields", "forms", "http", "orm", "sessions", "templates", "views");

    /** Which modules each may use. A module that is not here must not be on the class path of a site or its tools. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("fields", Set.of("core")),
            Map.entry("templates", Set.of("core")),
            Map.entry("orm", Set.of("core", "fields")),
            Map.entry("contenttypes", Set.of("core", "fields", "orm")),
            Map.entry("http", Set.of("core")),
            Map.entry("sessions", Set.of("core", "http", "orm")),
            Map.entry("forms", Set.of("core", "fields", "http", "orm", "templates")),
            Map.entry("views", Set.of("core", "fields", "forms", "http", "orm", "sessions", "templates")),
            Map.entry("quintet", SITE),
            Map.entry("processor", Set.of()),
            Map.entry("dev", Set.of("core", "fields", "http", "orm", "templates", "views")),
            Map.entry("test", and(SITE, "quintet")),
            Map.entry("cli", and(SITE, "quintet", "dev")));

    private static final int LONG_FILE = 300;

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("quintet");
    }

    @Test
    void dependenciesPointDown() {
        Set<String> wrong = new TreeSet<>();
        dependencies().forEach(dependency -> {
            String from = module(dependency.getOriginClass());
            String to = module(dependency.getTargetClass());
            if (!from.equals(to) && !ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                wrong.add(from + " must not know " + to + ": " + dependency.getDescription());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void internalStaysInternal() {
        Set<String> wrong = new TreeSet<>();
        dependencies().forEach(dependency -> {
            JavaClass target = dependency.getTargetClass();
            if (isInternal(target) && !module(dependency.getOriginClass()).equals(module(target))) {
                wrong.add(dependency.getDescription());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aModuleHasOnePublicPackage() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String home = module(type).equals("quintet") ? "quintet" : "quintet." + module(type);
            if (!isInternal(type)
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.getPackageName().equals(home)
                    && !type.getPackageName().equals(home + ".migrations")) {
                wrong.add(type.getName() + " belongs into " + home + " or an internal package");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyModuleIsKnownHere() {
        Set<String> modules = new TreeSet<>();
        classes.forEach(type -> modules.add(module(type)));
        assertThat(ALLOWED.keySet()).containsAll(modules);
    }

    @Test
    void longFilesAreReported() throws IOException {
        Path root = Path.of(System.getProperty("quintet.root", ".."));
        record Length(Path file, long lines) {}
        try (Stream<Path> modules = Files.list(root)) {
            List<Length> all = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ArchitectureTest::javaFiles)
                    .map(file -> new Length(root.relativize(file), lines(file)))
                    .sorted(Comparator.comparingLong(Length::lines).reversed())
                    .toList();
            List<Length> tooLong =
                    all.stream().filter(file -> file.lines() > LONG_FILE).toList();
            System.out.printf("%d source files, %d of them over %d lines%n", all.size(), tooLong.size(), LONG_FILE);
            tooLong.forEach(file -> System.out.printf("  %4d %s%n", file.lines(), file.file()));
            assertThat(all).isNotEmpty();
        }
    }

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Stream<Dependency> dependencies() {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass().getBaseComponentType()));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("quintet") || type.getPackageName().startsWith("quintet.");
    }

    private static boolean isInternal(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("quintet.internal") || name.contains(".internal.") || name.endsWith(".internal");
    }

    private static String module(JavaClass type) {
        String[] parts = type.getBaseComponentType().getPackageName().split("\\.");
        return parts.length < 2 || parts[1].equals("internal") ? "quintet" : parts[1];
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
