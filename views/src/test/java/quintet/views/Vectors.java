package quintet.views;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import quintet.core.Json;

/** Reads recorded cases; where they are not there the test is skipped and says so. */
public final class Vectors {
    private Vectors() {}

    /** The cases of some kinds. */
    public static List<Map<String, Object>> cases(String file, String... kinds) {
        Path path = folder().resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no recorded cases at ../shared/vectors");
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> Stream.of(kinds).anyMatch(kind -> line.contains("\"kind\": \"" + kind + "\"")))
                    .map(Vectors::object)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String line) {
        return (Map<String, Object>) Json.read(line);
    }

    private static Path folder() {
        Path beside = Path.of(System.getProperty("quintet.root", ".."), "../shared/vectors");
        String given = System.getenv("QUINTET_SHARED");
        return Files.exists(beside) || given == null ? beside : Path.of(given, "vectors");
    }
}
