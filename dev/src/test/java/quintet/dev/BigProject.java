package quintet.dev;

import java.nio.file.Path;
import java.util.Locale;

/** A generated site of one hundred classes: thirty models, thirty services, thirty-seven views, and what holds them together. */
final class BigProject {
    /** How many models, services and views belong together. */
    static final int PAGES = 30;

    private static final int PLAIN_VIEWS = 7;

    private final TestProject files;

    private BigProject(TestProject files) {
        this.files = files;
    }

    /** Writes it. */
    static BigProject in(Path folder) {
        BigProject project = new BigProject(TestProject.in(folder));
        project.write();
        return project;
    }

    /** Its files. */
    TestProject files() {
        return files;
    }

    private void write() {
        files.write(".env", "SHOP_NAME=first\n");
        files.source("shop/Mysite.java", """
                package shop;
                import java.util.ArrayList;
                import java.util.List;
                import quintet.core.*;
                import quintet.http.*;
                public final class Mysite extends Project {
                    @Override public Settings settings(Env env) {
                        NAME = env.string("SHOP_NAME", "none");
                        return Settings.of(env).debug(true).secretKey("a key for a test project").apps(ShopApp.class);
                    }
                    static String NAME = "";
                    static final String TITLE = "title one";
                    @Override public List<Route> routes() {
                        return ShopApp.all();
                    }
                }
                """);
        StringBuilder routes = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            String n = number(i);
            routes.append("        all.add(Routes.path(\"page")
                    .append(n)
                    .append("/\", Views")
                    .append(n);
            routes.append("::page));\n");
            model(n);
            service(n);
            views(n, "Service" + n + ".text() + Rates.TAX");
        }
        for (int i = 0; i < PLAIN_VIEWS; i++) {
            plain(number(PAGES + i));
        }
        files.source("shop/ShopApp.java", """
                package shop;
                import java.util.ArrayList;
                import java.util.List;
                import quintet.core.App;
                import quintet.http.*;
                public final class ShopApp extends App {
                    static List<Route> all() {
                        List<Route> all = new ArrayList<>();
                        all.add(Routes.path("", Views30::index));
                        all.add(Routes.path("slow/", Views30::slow));
                        all.add(Routes.path("echo/", CsrfDecorators.csrfExempt((Handler) Views30::echo)));
                        all.add(Routes.path("template/", Views30::template));
                %s        return all;
                    }
                }
                """.formatted(routes));
        files.source(
                "shop/Rates.java",
                "package shop;\npublic final class Rates {\n    public static final int TAX = 3;\n}\n");
        files.write("src/main/resources/templates/page.html", "<html><body>template one</body></html>");
    }

    static String number(int i) {
        return String.format(Locale.ROOT, "%02d", i);
    }

    private void model(String n) {
        files.source("shop/Item" + n + ".java", """
                package shop;
                import quintet.fields.CharField;
                import quintet.orm.*;
                public class Item%1$s extends Model {
                    public static final Manager<Item%1$s> objects = new Manager<>(Item%1$s.class);
                    @CharField(maxLength = 60) public String name = "";
                    public int stock;
                }
                """.formatted(n));
    }

    private void service(String n) {
        files.source("shop/Service" + n + ".java", """
                package shop;
                public final class Service%1$s {
                    static String text() {
                        return "text %1$s ";
                    }
                    static String unused() {
                        return "unused";
                    }
                    static Object column() {
                        return Item%1$s_.name;
                    }
                }
                """.formatted(n));
    }

    /** Writes a view whose page is an expression. */
    void views(String n, String expression) {
        files.source("shop/Views" + n + ".java", """
                package shop;
                import quintet.http.*;
                public final class Views%1$s {
                    static Response page(Request request) {
                        return Response.text("" + %2$s);
                    }
                }
                """.formatted(n, expression));
    }

    private void plain(String n) {
        files.source("shop/Views" + n + ".java", """
                package shop;
                import java.nio.charset.StandardCharsets;
                import quintet.http.*;
                import quintet.views.Shortcuts;
                public final class Views%1$s {
                    static Response index(Request request) {
                        return Response.text(Mysite.NAME + " " + Mysite.TITLE);
                    }
                    static Response template(Request request) {
                        return Shortcuts.render(request, "page.html");
                    }
                    static Response slow(Request request) throws InterruptedException {
                        Thread.sleep(400);
                        return Response.text("slow");
                    }
                    static Response echo(Request request) {
                        return Response.text(new String(request.body(), StandardCharsets.UTF_8));
                    }
                }
                """.formatted(n));
    }
}
