package quintet.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import gallery.GalleryApp;
import gallery.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.FileContent;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.Storages;
import quintet.fields.FieldFile;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.ModelMeta;

/** The examples of {@code docs/files.md}. */
class FilesDocTest {
    @TempDir
    private Path media;

    private static void store(Photo photo, Path scan) throws IOException {
        // region: store
        photo.image = FieldFile.of(FileContent.of(scan)); // or FieldFile.of("sea.png", bytes)
        photo.save();
        String url = photo.image.url();
        // endregion
        assertThat(url).startsWith("/media/photos/").endsWith("/scan.bmp");
    }

    @Test
    void aFileIsStoredWithItsObject() throws IOException {
        Path scan = Files.write(media.resolve("scan.bmp"), new byte[] {1});
        try (Site site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-files")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .with(Storages.inFolder(media.resolve("kept")))
                        .apps(GalleryApp.class),
                Env.of(Map.of()))) {
            site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
            store(new Photo(), scan);
        }
    }
}
