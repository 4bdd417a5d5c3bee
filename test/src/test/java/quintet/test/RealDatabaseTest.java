package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.test.QuintetAssertions.assertContains;

import java.net.URI;
import notes.Note;
import notes.NotesApp;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Route;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.IntegrityError;
import quintet.orm.Transactions;

@QuintetTest(database = TestDatabase.SETTINGS)
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+")
class RealDatabaseTest {
    /** The notes on the PostgreSQL server that the tests have. */
    static final class PostgresNotes extends Project {
        @Override
        public Settings settings(Env env) {
            URI server = URI.create(System.getenv("QUINTET_TEST_POSTGRES").substring("jdbc:".length()));
            String user = server.getQuery().replaceFirst(".*user=([^&]*).*", "$1");
            ConnectionUrl url = ConnectionUrl.parse(
                    "postgres://" + user + "@" + server.getHost() + ":" + server.getPort() + "/notes");
            return Settings.of(env)
                    .secretKey(env.require("SECRET_KEY"))
                    .with(Database.of(url))
                    .apps(NotesApp.class);
        }

        @Override
        public java.util.List<Route> routes() {
            return java.util.List.of(quintet.http.Routes.include("", NotesApp.class));
        }
    }

    @Test
    void aDatabaseIsMadeBesideTheOneOfTheSettings() {
        Database settings = Databases.current().main().settings();
        assertThat(settings.url().path()).matches("test_notes_\\d+");
        assertThat(Databases.current().main().vendor()).isEqualTo("postgresql");
    }

    @RepeatedTest(2)
    void rowsAreTakenBack(Client client) {
        assertThat(Note.objects.count()).isZero();
        Note.objects.create(note -> note.text = "one");
        assertContains(client.get("/notes/"), "one");
    }

    @Test
    void anErrorOfTheDatabaseLeavesTheTestUsable() {
        Note.objects.create(note -> note.text = "one");
        assertThatThrownBy(() -> Note.objects.create(note -> note.text = "one")).isInstanceOf(IntegrityError.class);
        assertThatThrownBy(() -> Transactions.atomic(() -> {
                    Note.objects.create(note -> note.text = "two");
                    Note.objects.create(note -> note.text = "one");
                }))
                .isInstanceOf(IntegrityError.class);
        assertThat(Note.objects.count()).isEqualTo(1);
    }
}
