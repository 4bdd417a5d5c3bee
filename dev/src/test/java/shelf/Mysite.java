package shelf;

import static quintet.http.Routes.include;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.StaticFilesApp;
import quintet.orm.Database;

/** The project. */
public final class Mysite extends Project {
    @Override
    public Settings settings(Env env) {
        return Settings.of(env)
                .debug(env.bool("DEBUG", false))
                .allowedHosts(env.list("ALLOWED_HOSTS"))
                .secretKey(env.require("SECRET_KEY"))
                .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))
                .apps(StaticFilesApp.class, ShelfApp.class);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                path("about/", request -> Response.text("about")).name("about"), include("shelf/", ShelfApp.class));
    }
}
