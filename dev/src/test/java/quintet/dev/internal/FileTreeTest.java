package quintet.dev.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @Test
    void filesThatGoAwayWhileOneLooksArePassedOver(@TempDir Path folder) throws Exception {
        Path kept = Files.writeString(folder.resolve("Kept.java"), "");
        AtomicBoolean done = new AtomicBoolean();
        Thread editor = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                try {
                    for (int i = 0; i < 20; i++) {
                        Files.createDirectories(folder.resolve("sub" + i));
                        Files.writeString(folder.resolve("sub" + i).resolve("Gone.java"), "");
                    }
                    for (int i = 0; i < 20; i++) {
                        Files.delete(folder.resolve("sub" + i).resolve("Gone.java"));
                        Files.delete(folder.resolve("sub" + i));
                    }
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        try {
            for (int i = 0; i < 500; i++) {
                Set<Path> seen = new HashSet<>();
                FileTree.walk(folder, (file, attributes) -> seen.add(file));
                assertThat(seen).contains(folder, kept);
            }
        } finally {
            done.set(true);
            editor.join();
        }
        Set<Path> none = new HashSet<>();
        FileTree.walk(folder.resolve("nowhere"), (file, attributes) -> none.add(file));
        assertThat(none).isEmpty();
    }
}
