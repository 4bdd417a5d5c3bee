package quintet.dev.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that makes an AOT cache: one at a time, and none that outlives the server. Its program here notes its process and stays. */
class ChildJvmTest {
    @TempDir
    private Path folder;

    private Path marks;
    private ChildJvm jvm;

    @BeforeEach
    void aTrainingThatDoesNotEnd() throws IOException {
        marks = Files.createDirectories(folder.resolve("marks"));
        Path source = folder.resolve("src/quintet/dev/internal/child/Training.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package quintet.dev.internal.child;
                public final class Training {
                    public static void main(String[] args) throws Exception {
                        var mark = java.nio.file.Path.of("%s", String.valueOf(ProcessHandle.current().pid()));
                        java.nio.file.Files.createFile(mark);
                        Thread.sleep(600_000);
                    }
                }
                """.formatted(marks));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        Path jar = folder.resolve("training.jar");
        String name = "quintet/dev/internal/child/Training.class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(classes.resolve(name)));
        }
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("loaded-classes.txt"), "");
        jvm = new ChildJvm(new ChildOptions(folder, List.of(jar), List.of(), Map.of(), work, false));
    }

    private CompletableFuture<Void> train() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        jvm.train();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private List<ProcessHandle> trainings() throws IOException {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(marks)) {
            for (Path mark : files.toList()) {
                ProcessHandle.of(Long.parseLong(mark.getFileName().toString())).ifPresent(found::add);
            }
        }
        return found;
    }

    private ProcessHandle awaitTraining() throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            if (!trainings().isEmpty()) {
                return trainings().getFirst();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("no training was started");
    }

    @Test
    void onlyOneRunsAndItEndsWithTheServer() throws Exception {
        assertThat(jvm.needsCache()).isTrue();
        CompletableFuture<Void> first = train();
        ProcessHandle process = awaitTraining();
        assertThat(jvm.needsCache()).isFalse();
        train().get(60, TimeUnit.SECONDS);
        assertThat(trainings()).containsExactly(process);
        jvm.stopTraining();
        process.onExit().get(60, TimeUnit.SECONDS);
        first.get(60, TimeUnit.SECONDS);
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("aot-"));
        }
    }

    @Test
    void noneBeginsOnceTheServerEnds() throws Exception {
        jvm.stopTraining();
        assertThat(jvm.needsCache()).isFalse();
        train().get(60, TimeUnit.SECONDS);
        assertThat(trainings()).isEmpty();
    }

    @Test
    void oneThatWasJustBeginningEndsToo() throws Exception {
        CompletableFuture<Void> first = train();
        jvm.stopTraining();
        first.get(60, TimeUnit.SECONDS);
        for (ProcessHandle process : trainings()) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }
}
