package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gallery.GalleryApp;
import gallery.Photo;
import gallery.Photo_;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.InMemoryStorage;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.Storages;
import quintet.core.SuspiciousFileOperation;
import quintet.fields.FieldFile;
import quintet.orm.internal.migrations.ModelStates;
import quintet.orm.internal.migrations.ProjectState;

/** Files of models: where they go, what the row keeps, what is read back. */
class FilesTest {
    private static final String YEAR = String.valueOf(Year.now(ZoneOffset.UTC).getValue());

    @TempDir
    private Path media;

    private final InMemoryStorage archive = new InMemoryStorage();
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-files")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .with(Storages.inFolder(media).with("archive", archive))
                        .apps(GalleryApp.class),
                Env.of(Map.of()));
        site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static byte[] picture(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Photo photo() {
        return Photo.objects.create(p -> {
            p.title = "Sea";
            p.image = FieldFile.of("my sea.png", picture(4, 3));
            p.contract = FieldFile.of("c.txt", new byte[] {1, 2});
        });
    }

    @Test
    void savingStoresTheFileAndKeepsItsName() throws IOException {
        Photo saved = photo();
        Photo found = Photo.objects.get("pk", saved.id);
        assertThat(found.image.name()).isEqualTo("photos/" + YEAR + "/my_sea.png");
        assertThat(found.image).isEqualTo(saved.image);
        assertThat(found.image.url()).isEqualTo("/media/photos/" + YEAR + "/my_sea.png");
        assertThat(found.image.path()).contains(media.resolve("photos/" + YEAR + "/my_sea.png"));
        assertThat(found.image.read()).isEqualTo(picture(4, 3));
        assertThat(found.image.size()).isEqualTo(Files.size(found.image.path().orElseThrow()));
        assertThat(found.negative).isNull();
        assertThat(found.note).isEmpty();
    }

    @Test
    void theSizeOfAPictureIsKept() {
        Photo photo = photo();
        assertThat(List.of(photo.width, photo.height)).containsExactly(4, 3);
        photo.image = FieldFile.of("b.png", picture(7, 5));
        photo.save();
        assertThat(List.of(photo.width, photo.height)).containsExactly(7, 5);
        photo.image = FieldFile.NONE;
        photo.save();
        Photo found = Photo.objects.get("pk", photo.id);
        assertThat(found.width).isNull();
        assertThat(found.image.isPresent()).isFalse();
    }

    @Test
    void aFunctionAndAStorageOfTheFieldAreAsked() {
        Photo photo = photo();
        assertThat(photo.contract.name()).startsWith("Sea/c").endsWith(".txt");
        assertThat(photo.contract.url()).startsWith("/private/Sea/c");
        assertThat(Photo.Private.FILES.exists(photo.contract.name())).isTrue();
        assertThat(photo.contract.path()).isEmpty();
    }

    @Test
    void namesAreUniqueAndShortEnough() {
        Photo photo = photo();
        photo.negative = FieldFile.of("abcdefghijklmnop.txt", new byte[1]);
        photo.save();
        assertThat(photo.negative.name()).matches("n/abcdef_\\w{7}\\.txt").hasSize(20);
        assertThat(archive.exists(photo.negative.name())).isTrue();
        assertThat(photo().image.name()).matches("photos/" + YEAR + "/my_sea_\\w{7}\\.png");
    }

    @Test
    void aPathThatLeadsOutIsRefusedAndNothingIsSaved() {
        assertThatThrownBy(() -> Photo.objects.create(p -> {
                    p.title = "../..";
                    p.contract = FieldFile.of("passwd", new byte[1]);
                }))
                .isInstanceOf(SuspiciousFileOperation.class);
        assertThat(Photo.objects.count()).isZero();
    }

    @Test
    void savingAgainStoresNothingAgain() {
        Photo photo = Photo.objects.get("pk", photo().id);
        String name = photo.image.name();
        photo.title = "Lake";
        photo.save();
        assertThat(photo.image.name()).isEqualTo(name);
        assertThat(media.resolve("photos/" + YEAR).toFile().list()).hasSize(1);
    }

    @Test
    void manyRowsAtOnceStoreTheirFiles() {
        Photo one = new Photo();
        one.image = FieldFile.of("a.png", picture(1, 1));
        Photo two = new Photo();
        two.image = FieldFile.of("a.png", picture(2, 2));
        Photo.objects.bulkCreate(List.of(one, two));
        assertThat(Photo.objects.filter(Photo_.image.startsWith("photos/")).count())
                .isEqualTo(2);
        one.image = FieldFile.of("c.png", picture(3, 3));
        Photo.objects.bulkUpdate(List.of(one), "image");
        assertThat(Photo.objects.get("pk", one.id).image.read()).isEqualTo(picture(3, 3));
    }

    @Test
    void theFileStaysWhenTheTransactionRollsBack() {
        assertThatThrownBy(() -> Transactions.atomic(() -> {
                    photo();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(Photo.objects.count()).isZero();
        assertThat(media.resolve("photos/" + YEAR + "/my_sea.png")).exists();
    }

    @Test
    void deletingARowLeavesItsFiles() {
        Photo photo = photo();
        FieldFile image = photo.image;
        photo.delete();
        assertThat(image.read()).isNotEmpty();
        image.delete();
        assertThat(media.resolve(image.name())).doesNotExist();
    }

    @Test
    void valuesAndLookupsSeeTheName() {
        Photo photo = photo();
        assertThat(Photo.objects.values(Photo_.image).list().getFirst().toString())
                .contains(photo.image.name());
        assertThat(Photo.objects.filter("image", photo.image).count()).isEqualTo(1);
        Photo.objects.filter("pk", photo.id).update(Photo_.image.to("x.png"));
        assertThat(Photo.objects.get("pk", photo.id).image.name()).isEqualTo("x.png");
    }

    @Test
    void aMissingFileIsAnErrorOfTheField() {
        Photo photo = new Photo();
        photo.title = "Sea";
        photo.image = FieldFile.of("a.png", picture(1, 1));
        assertThatThrownBy(photo::fullClean).hasMessageContaining("negative");
        photo.fullClean(List.of("negative"));
        assertThatThrownBy(() -> photo.image.url()).hasMessageContaining("not stored yet");
        assertThatThrownBy(FieldFile.NONE::url).hasMessageContaining("There is no file");
    }

    @Test
    void migrationsKeepWhereFilesGo() {
        ProjectState state = ModelStates.of(List.of(ModelMeta.of(Photo.class)));
        var fields = state.models().values().iterator().next().fields();
        assertThat(fields.get("image").options())
                .containsEntry("upload_to", "photos/%Y")
                .containsEntry("width_field", "width")
                .containsEntry("height_field", "height");
        assertThat(fields.get("contract").options())
                .containsEntry("upload_to", new FieldState.Call("gallery.Photo$ByTitle"))
                .containsEntry("storage", new FieldState.Call("gallery.Photo$Private"));
        assertThat(fields.get("negative").options())
                .containsEntry("storage", "archive")
                .containsEntry("max_length", 20L);
    }
}
