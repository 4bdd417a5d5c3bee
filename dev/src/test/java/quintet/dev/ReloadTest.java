package quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of one hundred classes is edited twenty times while fifty clients use it. */
class ReloadTest {
    private static final List<Function<Edits, Edits.Edit>> TWENTY = List.of(
            edits -> edits.body("03"),
            edits -> edits.body("03"),
            edits -> edits.newMethod("04"),
            Edits::constant,
            edits -> edits.signature("05"),
            edits -> edits.newClass("06"),
            edits -> edits.deletedModel("07"),
            edits -> edits.renamedField("08"),
            edits -> edits.body("09"),
            Edits::template,
            Edits::settings,
            Edits::settingsCode,
            edits -> edits.pom("21"),
            edits -> edits.body("21"),
            edits -> edits.superType("22"),
            edits -> edits.lambda("23"),
            Edits::manyFiles,
            edits -> edits.signature("05"),
            Edits::constant,
            edits -> edits.body("03"));

    @Test
    void noRequestFailsWhileASiteIsEditedTwentyTimes(@TempDir Path folder) throws Exception {
        BigProject project = BigProject.in(folder);
        DevServerOptions options = DevServerOptions.defaults().at("127.0.0.1", 0);
        try (DevServer server = DevServer.of(DevProject.open(folder), options, new PrintWriter(System.out))) {
            server.start();
            Browser browser = new Browser(server.address());
            assertThat(browser.get("page00/").body()).isEqualTo("text 00 3");
            Edits edits = new Edits(project);
            try (Clients clients = Clients.start(server.address(), 50)) {
                for (Function<Edits, Edits.Edit> next : TWENTY) {
                    Edits.Edit edit = next.apply(edits);
                    edit.change().run();
                    browser.await(edit);
                }
                clients.stop();
                assertThat(clients.failures()).isEmpty();
                assertThat(clients.answers()).isGreaterThan(50);
            }
            noTraceOfTheDeletedModel(project);
            theBrokenProjectIsShownUntilItIsRepaired(edits, browser);
        }
    }

    private static void noTraceOfTheDeletedModel(BigProject project) {
        assertThat(project.files().hasClass("shop/Item06_")).isTrue();
        assertThat(project.files().hasClass("shop/Item07")).isFalse();
        assertThat(project.files().hasClass("shop/Item07_")).isFalse();
        assertThat(project.files().root().resolve("target/quintet-dev/generated/shop/Item06_.java"))
                .exists();
        assertThat(project.files().root().resolve("target/quintet-dev/generated/shop/Item07_.java"))
                .doesNotExist();
    }

    private static void theBrokenProjectIsShownUntilItIsRepaired(Edits edits, Browser browser) throws Exception {
        edits.breakSyntax("12");
        HttpResponse<String> broken = browser.get("page12/");
        for (int i = 0; i < 1000 && broken.statusCode() == 200; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            broken = browser.get("page12/");
        }
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("src/main/java/shop/Service12.java:5")
                .contains("illegal start of expression");
        Edits.Edit repaired = edits.repaired("12");
        repaired.change().run();
        browser.await(repaired);
    }
}
