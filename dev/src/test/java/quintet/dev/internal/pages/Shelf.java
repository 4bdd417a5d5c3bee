package quintet.dev.internal.pages;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Project;
import quintet.http.Route;
import quintet.orm.Database;
import quintet.orm.Ref;
import quintet.test.Client;
import shelf.Author;
import shelf.Book;
import shelf.Mysite;
import shelf.Tag;

/** The project of these tests, opened. */
final class Shelf {
    /** The folder of this module: where the project's sources are. */
    static final Path ROOT = Path.of(System.getProperty("quintet.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("dev");

    private Shelf() {}

    /** A site in debug mode with a database in this folder, without tables. */
    static Site open(Path folder) {
        return open(folder, Map.of());
    }

    /** The same with further variables of the environment. */
    static Site open(Path folder, Map<String, String> more) {
        Map<String, String> env = new HashMap<>(Map.of(
                "DEBUG", "true",
                "SECRET_KEY", "a-secret-key-of-tests-that-nobody-must-see",
                "QUINTET_EDITOR", "vscode",
                "DATABASE_URL", "sqlite:" + folder.resolve("db.sqlite3")));
        env.putAll(more);
        return Site.open(new Mysite(), Env.of(env, ROOT));
    }

    /** A project as it is when it is new. */
    static Site bare(Path folder) {
        return Site.open(
                new Project() {
                    @Override
                    public Settings settings(Env env) {
                        return Settings.of(env)
                                .debug(true)
                                .secretKey("a-secret-key-of-tests-that-nobody-must-see")
                                .with(Database.of(env.url("DATABASE_URL", "sqlite::memory:")));
                    }

                    @Override
                    public List<Route> routes() {
                        return List.of();
                    }
                },
                Env.of(Map.of("DATABASE_URL", "sqlite:" + folder.resolve("db.sqlite3")), ROOT));
    }

    /** Makes the tables and some rows. */
    static Site filled(Site site) {
        MigrationState.apply(site);
        site.run(() -> {
            Author jane = Author.objects.create(author -> {
                author.name = "Jane Austen";
                author.apiToken = "geheim-token";
            });
            Tag love = Tag.objects.create(tag -> tag.word = "love");
            for (String title : List.of("Emma", "Persuasion", "Sanditon")) {
                Book book = Book.objects.create(made -> {
                    made.title = title;
                    made.author = Ref.of(jane);
                });
                book.tags.add(love);
            }
        });
        return site;
    }

    /** A browser on this machine. */
    static Client browser(Site site) {
        return Client.of(site)
                .answerErrors()
                .header("Host", "localhost:8000")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }
}
