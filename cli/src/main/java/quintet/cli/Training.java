package quintet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import quintet.core.Commands;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.dev.DevProject;
import quintet.http.Project;
import quintet.http.Route;
import quintet.http.StaticFilesApp;
import quintet.orm.Database;

/**
 * What {@code ./manage} runs once for each class path, so that the JVM can keep the classes that commands need in a cache:
 * compiles the project, opens a small site in memory and runs some commands in it.
 */
public final class Training {
    private static final List<List<String>> LINES = List.of(
            List.of("check"),
            List.of("help"),
            List.of("showmigrations"),
            List.of("migrate", "--skip-checks"),
            List.of("shell", "-c", "print(1 + 1)"),
            List.of("diffsettings"));

    private Training() {}

    /** Runs the training; nothing of it is shown. */
    public static void main(String[] args) {
        try {
            DevProject project = DevProject.open(Path.of(System.getProperty("quintet.project", "")));
            project.compileWhatCompiles();
        } catch (RuntimeException e) {
            System.out.println("The project is not part of the training: " + e);
        }
        Env env = Env.of(Map.of("SECRET_KEY", "training", "DATABASE_URL", "sqlite::memory:"));
        try (Site site = Site.open(new Sample(), env)) {
            for (List<String> line : LINES) {
                StringWriter printed = new StringWriter();
                Commands.call(site, new PrintWriter(printed), new PrintWriter(printed), line.toArray(String[]::new));
                System.out.println(line + ": " + printed);
            }
        }
    }

    /** A site like any other. */
    private static final class Sample extends Project {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey(env.require("SECRET_KEY"))
                    .with(Database.of(env.url("DATABASE_URL", "sqlite::memory:")))
                    .apps(StaticFilesApp.class);
        }

        @Override
        public List<Route> routes() {
            return List.of();
        }
    }
}
