package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Storages of files: names, addresses, content. */
class StorageTest {
    @TempDir
    static Path folder;

    static Stream<Storage> storages() throws IOException {
        return Stream.of(
                FileSystemStorage.at(Files.createTempDirectory(folder, "kept")).baseUrl("/media/"),
                new InMemoryStorage());
    }

    private static FileContent text(String content) {
        return FileContent.of("given.txt", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Storage storage, String name) throws IOException {
        try (InputStream in = storage.open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aFileIsKeptUnderItsName(Storage storage) throws IOException {
        assertThat(storage.save("d/a.txt", text("abc"))).isEqualTo("d/a.txt");
        assertThat(read(storage, "d/a.txt")).isEqualTo("abc");
        assertThat(storage.size("d/a.txt")).isEqualTo(3);
        assertThat(storage.exists("d/a.txt")).isTrue();
        assertThat(storage.list("")).isEqualTo(new Storage.Listing(List.of("d"), List.of()));
        assertThat(storage.list("d")).isEqualTo(new Storage.Listing(List.of(), List.of("a.txt")));
        storage.delete("d/a.txt");
        storage.delete("d/a.txt");
        assertThat(storage.exists("d/a.txt")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aNameThatIsTakenGetsALikeOne(Storage storage) throws IOException {
        storage.save("a.tar.gz", text("1"));
        String second = storage.save("a.tar.gz", text("2"));
        assertThat(second).matches("a_[A-Za-z0-9]{7}\\.tar\\.gz");
        assertThat(read(storage, "a.tar.gz")).isEqualTo("1");
        assertThat(read(storage, second)).isEqualTo("2");
        storage.save("d/e.txt", text("3"));
        assertThat(storage.save("d", text("4"))).matches("d_[A-Za-z0-9]{7}");
        assertThat(storage.save(".hidden", text("5"))).isEqualTo(".hidden");
        assertThat(storage.save(".hidden", text("6"))).matches("\\.hidden_[A-Za-z0-9]{7}");
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aNameThatIsTooLongIsCut(Storage storage) {
        String name = storage.save("d/abcdefghijklmnop.txt", text("x"), 20);
        assertThat(name).matches("d/abcdef_[A-Za-z0-9]{7}\\.txt").hasSize(20);
        assertThatThrownBy(() -> storage.save("d/abcdefghijklmnop.txt", text("x"), 14))
                .isInstanceOf(SuspiciousFileOperation.class)
                .hasMessageContaining("sufficient \"max_length\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.txt", "/abs.txt", "a/../../x", "..\\x.txt", "d/../x"})
    void namesThatLeadOutAreRefused(String name) throws IOException {
        for (Storage storage : storages().toList()) {
            assertThatThrownBy(() -> storage.save(name, text("x")))
                    .isInstanceOf(SuspiciousFileOperation.class)
                    .hasMessage("Detected path traversal attempt in '" + name + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "d/"})
    void namesThatNameNothingAreRefused(String name) throws IOException {
        for (Storage storage : storages().toList()) {
            assertThatThrownBy(() -> storage.save(name, text("x")))
                    .hasMessage("Could not derive file name from '" + name + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void addressesAreEncoded(Storage storage) {
        assertThat(storage.url("é日.txt")).isEqualTo("/media/%C3%A9%E6%97%A5.txt");
        assertThat(storage.url("a#b?c.txt")).isEqualTo("/media/a%23b%3Fc.txt");
        assertThat(storage.url("/d/x y")).isEqualTo("/media/d/x%20y");
    }

    @ParameterizedTest
    @MethodSource("storages")
    void pathsOfUploadsGetValidNames(Storage storage) {
        assertThat(storage.generateName("covers//./My cover!.png")).isEqualTo("covers/My_cover.png");
        assertThatThrownBy(() -> storage.generateName("../x.png")).isInstanceOf(SuspiciousFileOperation.class);
    }

    @Test
    void readingOutsideOfTheFolderIsRefused() {
        Storage storage = FileSystemStorage.at(folder.resolve("inner"));
        for (String name : List.of("../x", "/etc/passwd", "a/../../x")) {
            assertThatThrownBy(() -> storage.open(name)).isInstanceOf(SuspiciousFileOperation.class);
            assertThatThrownBy(() -> storage.delete(name)).isInstanceOf(SuspiciousFileOperation.class);
        }
    }

    @Test
    void overwritingIsAChoice() throws IOException {
        Storage storage = FileSystemStorage.at(folder.resolve("over")).allowOverwrite();
        storage.save("a.txt", text("longer"));
        assertThat(storage.save("a.txt", text("x"))).isEqualTo("a.txt");
        assertThat(read(storage, "a.txt")).isEqualTo("x");
    }

    @Test
    void aStorageWithoutAnAddressSaysHowToGiveOne() {
        assertThatThrownBy(() -> FileSystemStorage.at(folder).url("a"))
                .hasMessageContaining("This file is not accessible via a URL.");
    }
}
