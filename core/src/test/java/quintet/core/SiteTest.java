package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Sites: how they open, which one applies, and what is said when none does. */
@Isolated // counts the sites that are open in this JVM
class SiteTest {
    /** An app to open sites with. */
    public static final class ShopApp extends App {
        @Override
        public String label() {
            return "shop";
        }
    }

    /** Another app with the same label. */
    public static final class OtherShopApp extends App {
        @Override
        public String label() {
            return "shop";
        }
    }

    private static final Env EMPTY = Env.of(Map.of());

    private static Site open() {
        return Site.open(env -> Settings.of(env).apps(ShopApp.class), EMPTY);
    }

    @Test
    void theOnlyOpenSiteAppliesWithoutBinding() {
        try (Site site = open()) {
            assertThat(Site.current()).isSameAs(site);
            assertThat(site.app("shop")).isSameAs(site.app(ShopApp.class));
        }
    }

    @Test
    void codeOutsideASiteIsToldWhatToWrapItIn() {
        assertThatThrownBy(Site::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Site.open(new Mysite())")
                .hasMessageContaining("site.run(() -> ...)");
    }

    @Test
    void withTwoSitesOnlyABindingTellsWhichOne() throws Exception {
        try (Site one = open();
                Site two = open()) {
            assertThatThrownBy(Site::current)
                    .hasMessageContaining("2 sites are open")
                    .hasMessageContaining("site.run");
            assertThat(one.call(Site::current)).isSameAs(one);
            assertThat(two.call(Site::current)).isSameAs(two);
            Future<Site> seen = two.executor().submit(Site::current);
            assertThat(seen.get()).isSameAs(two);
        }
    }

    @Test
    void allConfigurationErrorsAreReportedTogether() {
        SiteDefinition broken = env -> {
            env.require("SECRET_KEY");
            env.integer("WORKERS", 1);
            return Settings.of(env).apps(ShopApp.class, OtherShopApp.class);
        };
        assertThatThrownBy(() -> Site.open(broken, Env.of(Map.of("WORKERS", "many"))))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .anyMatch(p -> p.contains("SECRET_KEY is not set"))
                                .anyMatch(p -> p.contains("WORKERS must be a whole number (it is \"many\")"))
                                .anyMatch(p -> p.contains("Two apps have the label 'shop'")));
    }

    @Test
    void anUnknownAppGetsTheNearestName() {
        try (Site site = open()) {
            assertThatThrownBy(() -> site.app("shpo")).hasMessageContaining("Did you mean 'shop'?");
        }
    }

    @Test
    void receiversBelongToTheirSite() {
        Signal<String> signal = new Signal<>("closing_time");
        List<String> heard = new ArrayList<>();
        try (Site one = open();
                Site two = open()) {
            one.run(() -> signal.connect(heard::add, "logger"));
            one.run(() -> signal.connect(heard::add, "logger"));
            two.run(() -> signal.send("from two"));
            one.run(() -> signal.send("from one"));
            assertThat(heard).containsExactly("from one");
            one.run(() -> assertThat(signal.disconnect("logger")).isTrue());
            one.run(() -> signal.send("unheard"));
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void aRobustSignalReturnsWhatReceiversThrow() {
        Signal<String> signal = new Signal<>("robust");
        List<String> heard = new ArrayList<>();
        try (Site site = open()) {
            site.run(() -> {
                signal.connect(event -> {
                    throw new IllegalStateException("no " + event);
                });
                signal.connect(heard::add);
                List<Signal.Outcome> outcomes = signal.sendRobust(null, "thanks");
                assertThat(outcomes).hasSize(2);
                assertThat(outcomes.getFirst().error()).hasMessage("no thanks");
                assertThat(outcomes.getLast().error()).isNull();
            });
        }
        assertThat(heard).containsExactly("thanks");
    }

    @Test
    void aSenderFilterKeepsOtherSendersAway() {
        Signal<String> signal = new Signal<>("saved");
        List<String> heard = new ArrayList<>();
        try (Site site = open()) {
            site.run(() -> {
                signal.connectFor("book", heard::add);
                signal.send("book", "a book");
                signal.send("author", "an author");
                assertThat(signal.hasListeners("author")).isFalse();
                assertThat(signal.hasListeners("book")).isTrue();
            });
        }
        assertThat(heard).containsExactly("a book");
    }

    @Test
    void anAppListsItsOwnClasses() {
        try (Site site = open()) {
            assertThat(site.app("shop").classes("")).contains(SiteTest.class, ShopApp.class);
            assertThat(site.app("shop").classes("nothing.here")).isEmpty();
        }
    }

    @Test
    void environmentFilesAreReadUnderTheEnvironment(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), """
                # comment
                export DEBUG=true
                SECRET_KEY="a \\"quoted\\" key" # tail
                PATH=/nowhere
                LITERAL='$HOME'
                not a variable
                """);
        Env env = Env.load(folder);
        assertThat(env.bool("DEBUG", false)).isTrue();
        assertThat(env.string("SECRET_KEY", "")).isEqualTo("a \"quoted\" key");
        assertThat(env.string("LITERAL", "")).isEqualTo("$HOME");
        assertThat(env.string("PATH", "")).isEqualTo(System.getenv("PATH"));
        assertThat(env.problems()).singleElement().asString().contains("line 6 is not NAME=value");
    }

    @Test
    void aProfileReadsItsOwnFileOverTheCommonOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "DEBUG=true\nQUINTET_PROFILE=test\nNAME=common");
        Files.writeString(folder.resolve(".env.test"), "DEBUG=false");
        Env env = Env.load(folder, Map.of("NAME", "process"));
        assertThat(env.profile()).isEqualTo("test");
        assertThat(env.bool("DEBUG", true)).isFalse();
        assertThat(env.string("NAME", "")).isEqualTo("process");
        assertThat(Env.load(folder, Map.of("QUINTET_PROFILE", "prod")).problems())
                .singleElement()
                .asString()
                .contains("QUINTET_PROFILE is prod, but there is no")
                .endsWith(".env.prod.");
    }

    @Test
    void aMissingVariableNamesTheCopyToMake(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env.example"), "SECRET_KEY=");
        Env env = Env.of(Map.of(), folder);
        env.require("SECRET_KEY");
        assertThat(env.problems()).containsExactly("SECRET_KEY is not set. Run: cp .env.example .env");
    }

    @Test
    void valuesOfSecretVariablesAreNeverShown() {
        Env env = Env.of(Map.of("API_KEY", "s3cret", "DATABASE_URL", "p:s3cret"));
        env.integer("API_KEY", 1);
        env.duration("DATABASE_URL", java.time.Duration.ZERO);
        assertThat(env.problems()).hasSize(2).noneMatch(p -> p.contains("s3cret"));
    }

    @Test
    void connectionUrlsAreReadAndPrintedWithoutPassword() {
        ConnectionUrl url = ConnectionUrl.parse("postgres://shop:p%40ss@db.internal:5433/orders?sslmode=require");
        assertThat(url.user()).isEqualTo("shop");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.path()).isEqualTo("orders");
        assertThat(url.options()).containsEntry("sslmode", "require");
        assertThat(url).hasToString("postgres://shop@db.internal:5433/orders");
        assertThat(ConnectionUrl.parse("sqlite:db.sqlite3").path()).isEqualTo("db.sqlite3");
        assertThat(ConnectionUrl.parse("sqlite:///db.sqlite3").path()).isEqualTo("db.sqlite3");
        assertThat(ConnectionUrl.parse("sqlite:////var/db.sqlite3").path()).isEqualTo("/var/db.sqlite3");
        assertThat(ConnectionUrl.parse("sqlite::memory:").path()).isEqualTo(":memory:");
    }
}
