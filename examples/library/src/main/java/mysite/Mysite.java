package mysite;

import static quintet.http.Routes.include;
import static quintet.http.Routes.path;

import java.util.List;
import library.LibraryApp;
import quintet.Quintet;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Route;
import quintet.http.StaticFiles;
import quintet.http.StaticFilesApp;
import quintet.orm.Database;
import quintet.sessions.MessagesApp;
import quintet.views.RedirectView;

/** The demo's settings and routes. */
public final class Mysite extends Project {
    @Override
    public Settings settings(Env env) {
        return Settings.of(env)
                .debug(env.bool("DEBUG", false))
                .secretKey(env.require("SECRET_KEY"))
                .allowedHosts("localhost", "127.0.0.1", "[::1]")
                .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))
                .with(StaticFiles.defaults().hashed(true))
                .apps(MessagesApp.class, StaticFilesApp.class, LibraryApp.class);
    }

    @Override
    public List<Route> routes() {
        return List.of(path("", RedirectView.to("/books/")), include("", LibraryApp.class));
    }

    /** Runs the site: {@code runserver}, {@code migrate}, {@code seed} and other commands. */
    public static void main(String[] args) {
        Quintet.run(new Mysite(), args);
    }
}
