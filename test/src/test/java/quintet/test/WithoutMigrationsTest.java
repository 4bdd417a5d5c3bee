package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;

import drafts.Draft;
import drafts.DraftsApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Route;
import quintet.orm.Database;

@QuintetTest(project = WithoutMigrationsTest.Drafts.class)
class WithoutMigrationsTest {
    /** A project whose app has no migrations yet. */
    static final class Drafts extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey(env.require("SECRET_KEY"))
                    .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))
                    .apps(DraftsApp.class);
        }

        @Override
        public List<Route> routes() {
            return List.of();
        }
    }

    @Test
    void modelsWithoutMigrationsHaveTablesInTests() {
        Draft.objects.create(draft -> draft.text = "one");
        assertThat(Draft.objects.count()).isEqualTo(1);
    }
}
