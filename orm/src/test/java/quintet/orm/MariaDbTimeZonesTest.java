package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import library.Book;
import library.Book_;
import library.LibraryApp;
import library.MariaDb;
import library.Tables;
import library.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;

/** Time zones that the MariaDB server does not know. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbTimeZonesTest {
    private static Site site(ZoneId zone) {
        Site site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                        .timeZone(zone)
                        .with(Database.of(MariaDb.newDatabase()))
                        .apps(LibraryApp.class),
                Env.of(Map.of()));
        site.run(() -> Tables.create(Databases.current().main(), library.Author.class, Tag.class, Book.class));
        return site;
    }

    @Test
    void aZoneTheServerDoesNotKnowIsAnErrorInsteadOfNothingFound() {
        try (Site site = site(ZoneId.of("GMT+02:00"))) {
            site.run(() -> {
                assertThatThrownBy(() ->
                                Book.objects.filter(Book_.created.hour().gt(3)).count())
                        .isInstanceOf(QueryError.class)
                        .hasMessageContaining("does not know the time zone 'GMT+02:00'")
                        .hasMessageContaining("mariadb-tzinfo-to-sql");
                assertThat(Book.objects.filter(Book_.title.eq("x")).count()).isZero();
            });
        }
        try (Site site = site(ZoneId.of("UTC"))) {
            site.run(() -> assertThat(
                            Book.objects.filter(Book_.created.hour().gt(3)).count())
                    .isZero());
        }
    }
}
