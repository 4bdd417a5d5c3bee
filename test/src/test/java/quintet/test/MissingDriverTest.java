package quintet.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import notes.Note;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.ImproperlyConfigured;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;

class MissingDriverTest {
    @Test
    void aMissingDriverIsNamedWithWhatToAdd() {
        ConnectionUrl url = ConnectionUrl.parse("mysql://shop:hidden-word@127.0.0.1/shop");
        try (Site site =
                Site.open(env -> Settings.of(env).secretKey("x".repeat(50)).with(Database.of(url)))) {
            site.run(() -> assertThatThrownBy(() -> Note.objects.count())
                    .isInstanceOf(ImproperlyConfigured.class)
                    .hasMessageContaining("needs the driver org.mariadb.jdbc:mariadb-java-client")
                    .hasMessageContaining("<artifactId>mariadb-java-client</artifactId>")
                    .hasMessageNotContaining("hidden-word"));
        }
    }
}
