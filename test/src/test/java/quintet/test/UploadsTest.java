package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import prints.Print;
import prints.PrintsApp;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Storages;
import quintet.http.Project;
import quintet.http.Route;
import quintet.orm.Database;

/** Uploaded files from a form to the disk, and back to a page. */
@QuintetTest(project = UploadsTest.Site.class, debug = true)
class UploadsTest {
    private static final Path MEDIA = folder();
    private static final String YEAR = String.valueOf(Year.now(ZoneOffset.UTC).getValue());

    private static Path folder() {
        try {
            return Files.createTempDirectory("quintet-media");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A project with uploads. */
    static final class Site extends Project {
        @Override
        public Settings settings(Env env) {
            // region: settings
            return Settings.of(env)
                    .secretKey(env.require("SECRET_KEY"))
                    .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))
                    .with(Storages.inFolder(MEDIA)) // addresses below /media/
                    // endregion
                    .apps(PrintsApp.class);
        }

        @Override
        public List<Route> routes() {
            return List.of(quintet.http.Routes.include("", PrintsApp.class));
        }
    }

    private static byte[] picture(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, content, "image/png");
    }

    @Test
    void anUploadGoesFromTheFormToTheDiskToThePage(Client client) throws IOException {
        byte[] bytes = picture(6, 4);
        client.post(
                "/prints/add/",
                Map.of("title", "Sea", "picture", upload("the sea.png", bytes), "note", Upload.text("n.txt", "hello")));
        Print print = Print.objects.latest("id");
        assertThat(print.picture.name()).matches("prints/" + YEAR + "/the_sea(_\\w{7})?\\.png");
        assertThat(Files.readAllBytes(MEDIA.resolve(print.picture.name()))).isEqualTo(bytes);
        assertThat(Files.readString(MEDIA.resolve(print.note))).isEqualTo("hello");
        assertThat(client.get("/prints/").text())
                .contains("<img src=\"" + print.picture.url() + "\" width=\"6\" height=\"4\" alt=\""
                        + print.picture.name() + "\"> " + bytes.length + " bytes");
        assertThat(client.get(print.picture.url()).bytes()).isEqualTo(bytes);
    }

    @Test
    void withoutDebugAWebServerServesTheFiles(Client client) {
        client.post("/prints/add/", Map.of("title", "a", "picture", upload("a.png", picture(1, 1))));
        String url = Print.objects.latest("id").picture.url();
        assertThat(client.get(url).status()).isEqualTo(200);
        OverrideSettings.run(
                settings -> settings.debug(false),
                site -> assertThat(Client.of(site).get(url).status()).isEqualTo(404));
    }

    @Test
    void aFormKeepsReplacesAndClearsFiles(Client client) {
        client.post(
                "/prints/add/",
                Map.of("title", "a", "picture", upload("a.png", picture(1, 1)), "note", Upload.text("n.txt", "x")));
        Print first = Print.objects.first().orElseThrow();
        assertThat(client.get("/prints/first/").text())
                .contains("Currently: <a href=\"" + first.picture.url() + "\">" + first.picture.name() + "</a>")
                .contains("name=\"note-clear\"");

        client.post("/prints/first/", Map.of("title", "kept"));
        Print kept = Print.objects.first().orElseThrow();
        assertThat(kept.title).isEqualTo("kept");
        assertThat(kept.picture).isEqualTo(first.picture);
        assertThat(kept.note).isEqualTo(first.note);

        client.post(
                "/prints/first/",
                Map.of("title", "new", "picture", upload("b.png", picture(2, 3)), "note-clear", "on"));
        Print changed = Print.objects.first().orElseThrow();
        assertThat(changed.picture.name()).contains("/b");
        assertThat(changed.height).isEqualTo(3);
        assertThat(changed.note).isEmpty();
    }

    @Test
    void aNameFromTheClientCannotLeaveTheFolder(Client client) {
        client.post("/prints/add/", Map.of("title", "a", "picture", upload("../../evil.png", picture(1, 1))));
        Print print = Print.objects.latest("id");
        assertThat(print.picture.name()).matches("prints/" + YEAR + "/evil(_\\w{7})?\\.png");
    }

    @Test
    void whatIsNoPictureIsRefusedAndNotStored(Client client) {
        String page = client.post("/prints/add/", Map.of("title", "a", "picture", upload("x.png", new byte[] {1, 2, 3
                })))
                .text();
        assertThat(page).contains("Upload a valid image.");
        assertThat(Print.objects.count()).isZero();
    }
}
