package quintet.dev;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A project in a folder of its own, with a real pom. Its dependencies are what these tests run with, put into a local
 * repository beside it; so Maven needs neither the network nor installed artifacts.
 */
final class TestProject {
    private static final String PROCESSOR = "quintet-processor";

    private final Path root;
    private final List<String> artifacts = new ArrayList<>();

    private TestProject(Path root) {
        this.root = root;
    }

    /** A project without sources. */
    static TestProject in(Path folder) {
        TestProject project = new TestProject(folder);
        project.install();
        project.pom("");
        Path maven = Path.of(System.getProperty("quintet.root", "..")).resolve("mvnw");
        project.write("mvnw", "#!/bin/sh\nexec \"" + maven.toAbsolutePath().normalize() + "\" \"$@\"\n");
        return project;
    }

    /** The folder with the pom. */
    Path root() {
        return root;
    }

    /** Writes the pom with these properties. */
    void pom(String properties) {
        StringBuilder dependencies = new StringBuilder();
        for (String artifact : artifacts) {
            if (!artifact.equals(PROCESSOR)) {
                dependencies
                        .append("    <dependency><groupId>lib</groupId><artifactId>")
                        .append(artifact);
                dependencies.append("</artifactId><version>1</version></dependency>\n");
            }
        }
        write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>test</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>25</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    %s
                  </properties>
                  <dependencies>
                %s  </dependencies>
                  <build><plugins><plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.16.0</version>
                    <configuration>
                      <parameters>true</parameters>
                      <compilerArgs><arg>-Xlint:all</arg><arg>-Werror</arg></compilerArgs>
                      <annotationProcessorPaths><path>
                        <groupId>lib</groupId><artifactId>%s</artifactId><version>1</version>
                      </path></annotationProcessorPaths>
                    </configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(properties, dependencies, PROCESSOR));
        write(".mvn/maven.config", "-Dmaven.repo.local=" + root.resolve("repository") + "\n-o\n");
    }

    /** Writes a source file below {@code src/main/java}. */
    void source(String name, String text) {
        write("src/main/java/" + name, text);
    }

    /** Writes a file of the project. */
    void write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of the project. */
    String read(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text in a source file. */
    void edit(String name, String old, String replacement) {
        String text = read("src/main/java/" + name);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " has no " + old);
        }
        source(name, text.replace(old, replacement));
    }

    /** Deletes a source file. */
    void deleteSource(String name) {
        try {
            Files.delete(root.resolve("src/main/java").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a class file is there, in the folder of the development tools. */
    boolean hasClass(String name) {
        return Files.exists(root.resolve("target/quintet-dev/classes").resolve(name + ".class"));
    }

    private void install() {
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        int number = 0;
        for (Path entry : entries) {
            String name = entry.toString().contains("processor") ? PROCESSOR : "lib" + number++;
            try {
                install(entry, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            artifacts.add(name);
        }
    }

    private void install(Path entry, String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve("repository/lib/" + name + "/1"));
        Path jar = folder.resolve(name + "-1.jar");
        Files.writeString(folder.resolve(name + "-1.pom"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <groupId>lib</groupId><artifactId>%s</artifactId><version>1</version></project>
                """.formatted(name));
        if (Files.isRegularFile(entry)) {
            try {
                Files.createLink(jar, entry);
            } catch (IOException | UnsupportedOperationException e) {
                Files.copy(entry, jar);
            }
            return;
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(entry)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(entry.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
