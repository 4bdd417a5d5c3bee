package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import library.Book;
import library.Book_;
import library.Increments;
import library.LibrarySite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.ConnectionUrl;
import quintet.core.Site;

/** One SQLite file, two processes, many writers and readers. {@code bin/stress orm} does the same for longer. */
class TwoProcessesTest {
    @TempDir
    Path folder;

    @Test
    void loseNoUpdateAndSeeNoError() throws Exception {
        Path file = folder.resolve("shared.sqlite3");
        try (Site site = LibrarySite.open(ConnectionUrl.parse("sqlite:" + file))) {
            site.run(LibrarySite::seed);
        }
        Path log = folder.resolve("other.log");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Increments.class.getName(),
                        file.toString(),
                        "16",
                        "32",
                        "6")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Increments.run(file.toString(), 16, 32, 6);
            assertThat(other.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            other.destroyForcibly();
        }
        try (Site site = LibrarySite.withoutTables(Database.of(ConnectionUrl.parse("sqlite:" + file)))) {
            site.run(() ->
                    assertThat(Book.objects.get(Book_.title.eq("Emma")).stock).isEqualTo(3 + 2 * 16 * 6));
        }
    }
}
