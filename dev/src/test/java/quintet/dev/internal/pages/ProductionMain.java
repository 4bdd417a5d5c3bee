package quintet.dev.internal.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import quintet.core.Env;
import quintet.core.Site;
import quintet.http.DebugPages;
import quintet.test.Client;
import quintet.test.ClientResponse;
import shelf.Mysite;

/** A site in production with the development module on its class path; run in a process of its own. */
final class ProductionMain {
    private ProductionMain() {}

    public static void main(String[] args) {
        Map<String, String> env = Map.of(
                "DEBUG",
                args[0],
                "ALLOWED_HOSTS",
                "localhost",
                "SECRET_KEY",
                "a-secret-key-of-tests-that-nobody-must-see",
                "DATABASE_URL",
                "sqlite:" + Path.of(args[1]).resolve("db.sqlite3"));
        try (Site site = Site.open(new Mysite(), Env.of(env, Path.of(args[1])))) {
            System.out.println("PAGES " + site.findService(DebugPages.class).isPresent());
            Client client =
                    Client.of(site).answerErrors().header("Host", "localhost").header("Accept", "text/html");
            for (String path :
                    List.of("/shelf/fail/?message=geheim", "/shelf/boks/", "/_dev/", "/_dev/settings/", "/")) {
                ClientResponse page = client.get(path);
                System.out.println("PAGE " + page.status() + " " + path.replaceFirst("[?].*", "") + " "
                        + page.text().replace('\n', ' '));
            }
            ClientResponse form = client.enforceCsrf().post("/shelf/form/");
            System.out.println("PAGE " + form.status() + " csrf " + form.text().replace('\n', ' '));
        }
    }
}
