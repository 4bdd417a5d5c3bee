package library;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mysite.Mysite;
import quintet.core.Commands;
import quintet.core.Env;
import quintet.core.Site;
import quintet.http.Server;
import quintet.http.ServerSettings;
import quintet.http.SiteHandler;
import quintet.orm.Ref;

/** The demo on a database of its own, served on a free port. */
final class DemoSite implements AutoCloseable {
    private final Site site;
    private final Server server;

    private DemoSite(Site site) {
        this.site = site;
        server = Server.of(ServerSettings.defaults().host("127.0.0.1").port(0), site.service(SiteHandler.class));
        server.start();
    }

    /** Migrates and seeds a new database in this folder, then serves. */
    static DemoSite start(Path folder) {
        Map<String, String> values = Map.of(
                "SECRET_KEY", "only-for-tests-".repeat(4), "DATABASE_URL", "sqlite:" + folder.resolve("demo.sqlite3"));
        Site site = Site.open(new Mysite(), Env.of(values, folder));
        DemoSite demo = new DemoSite(site);
        demo.command("migrate");
        demo.command("seed");
        return demo;
    }

    /** Runs a command and returns what it printed. */
    String command(String... args) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        int code = Commands.call(site, out, out, args);
        out.flush();
        if (code != 0) {
            throw new AssertionError(String.join(" ", args) + " ended with " + code + ": " + printed);
        }
        return printed.toString();
    }

    /** {@code http://127.0.0.1:PORT}. */
    String address() {
        String address = server.address().toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Runs code inside the site. */
    <T> T inside(Callable<T> code) throws Exception {
        return site.call(code::call);
    }

    /** Puts a book on the shelf and returns its path. */
    String newBook(String title) {
        return site.call(() -> {
            Book created = Book.objects.create(book -> {
                book.title = title;
                book.author = Ref.of(Author.class, 1L);
                book.year = 1900;
            });
            created.tags.addKeys(List.of(1L));
            return created.absoluteUrl();
        });
    }

    @Override
    public void close() {
        server.close();
        site.close();
    }
}
