package notes;

import static quintet.http.Routes.include;

import java.util.List;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Route;
import quintet.orm.Database;

public final class Notes extends Project {
    @Override
    public Settings settings(Env env) {
        return Settings.of(env)
                .debug(env.bool("DEBUG", false))
                .secretKey(env.require("SECRET_KEY"))
                .language(env.string("LANGUAGE", "en-us"))
                .with(Database.of(env.url("DATABASE_URL", "sqlite:notes.sqlite3")))
                .apps(NotesApp.class);
    }

    @Override
    public List<Route> routes() {
        return List.of(include("", NotesApp.class));
    }
}
