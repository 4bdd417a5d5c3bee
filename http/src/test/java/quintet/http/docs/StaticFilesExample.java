package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.FolderView;
import quintet.http.Project;
import quintet.http.Route;
import quintet.http.StaticFiles;
import quintet.http.StaticFilesApp;
import quintet.http.StaticStorage;

class StaticFilesExample {
    @TempDir
    Path root;

    static final class Mysite extends Project {
        // region: settings
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .debug(env.bool("DEBUG", false))
                    .secretKey(env.require("SECRET_KEY"))
                    .with(StaticFiles.defaults()
                            .dir(Path.of("assets"))
                            .root(Path.of("staticfiles"))
                            .hashed(true))
                    .apps(StaticFilesApp.class);
        }
        // endregion

        @Override
        public List<Route> routes() {
            return List.of(
                    // region: folder
                    FolderView.of(Path.of("media")).withIndex().at("media/")
                    // endregion
                    );
        }
    }

    @Test
    void urlsCarryHashesOutsideDebugMode() throws Exception {
        Files.createDirectories(root.resolve("assets/css"));
        Files.writeString(root.resolve("assets/css/site.css"), "a{}");
        String key = "a long and random key that only this test knows";
        try (Site site = Site.open(new Mysite(), Env.of(Map.of("SECRET_KEY", key), root))) {
            site.run(() -> {
                // region: url
                String url = StaticStorage.current().url("css/site.css"); // /static/css/site.5f17ea1b5a35.css
                // endregion
                assertThat(url).matches("/static/css/site\\.[0-9a-f]{12}\\.css");
            });
        }
        try (Site site = Site.open(new Mysite(), Env.of(Map.of("SECRET_KEY", key, "DEBUG", "true"), root))) {
            assertThat(site.service(StaticStorage.class).url("css/site.css")).isEqualTo("/static/css/site.css");
        }
    }
}
