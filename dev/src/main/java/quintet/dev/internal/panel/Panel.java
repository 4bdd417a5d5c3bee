package quintet.dev.internal.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.dev.internal.DevPages;
import quintet.dev.internal.pages.Guard;
import quintet.dev.internal.pages.MigrationState;
import quintet.dev.internal.pages.Renderer;
import quintet.dev.internal.trace.RecentRequests;
import quintet.http.Request;
import quintet.http.Response;

/** The pages below {@code /_dev/}: about the site, for a browser on the same machine. */
public final class Panel {
    /** One page of the panel. */
    interface View {
        /** What the page shows; null if it does not exist. */
        @Nullable
        Map<String, @Nullable Object> show(Request request, String rest);
    }

    private record Entry(String title, String template, View view) {}

    private final Site site;
    private final Renderer renderer;
    private final Map<String, Entry> pages = new LinkedHashMap<>();

    /** The pages of a site. */
    public Panel(Site site, Renderer renderer, RecentRequests recent) {
        this.site = site;
        this.renderer = renderer;
        Facts facts = new Facts(site, renderer, recent);
        DataBrowser data = new DataBrowser();
        pages.put("", new Entry("Overview", "overview.html", facts::overview));
        pages.put("routes", new Entry("Routes", "routes.html", facts::routes));
        pages.put("settings", new Entry("Settings", "settings.html", facts::settings));
        pages.put("models", new Entry("Models", "models.html", new ModelPages()::show));
        pages.put("data", new Entry("Data", "data.html", data::show));
        pages.put("migrations", new Entry("Migrations", "migrations.html", facts::migrations));
        pages.put("templates", new Entry("Templates", "templates.html", new TemplatePages(site, renderer)::show));
        pages.put("checks", new Entry("Checks", "checks.html", facts::checks));
        pages.put("requests", new Entry("Requests", "requests.html", facts::requests));
    }

    /** Answers a request below {@code /_dev/}. */
    public Response handle(Request request) {
        Guard guard = renderer.guard();
        if (!guard.isLocal(request)) {
            return Response.text("Not Found\n").status(404);
        }
        return renderer.orFallback(request, 500, null, () -> answer(request));
    }

    private Response answer(Request request) {
        String path = request.pathInfo().substring(DevPages.PREFIX.length());
        if (path.equals("open") || path.equals("migrate")) {
            return action(request, path);
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            return Response.text("These pages are for reading.\n").status(405).header("Allow", "GET, HEAD");
        }
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        Entry entry = pages.get(name);
        if (entry != null && slash < 0 && !name.isEmpty()) {
            return Response.redirect(DevPages.PREFIX + name + "/");
        }
        Map<String, @Nullable Object> shown =
                entry == null ? null : entry.view().show(request, rest);
        return shown == null ? missing(request) : page(request, name, entry, shown);
    }

    private Response missing(Request request) {
        Map<String, @Nullable Object> context = new HashMap<>(navigation("none"));
        context.put("title", "No such page");
        return renderer.page(request, 404, "missing.html", context);
    }

    private Response page(Request request, String name, @Nullable Entry entry, Map<String, @Nullable Object> shown) {
        Map<String, @Nullable Object> context = new HashMap<>(navigation(name));
        if (entry != null) {
            context.put("title", entry.title());
            context.putAll(shown);
            return renderer.page(request, 200, entry.template(), context);
        }
        return missing(request);
    }

    private Map<String, @Nullable Object> navigation(String current) {
        Map<String, String> links = new LinkedHashMap<>();
        pages.forEach((name, entry) -> links.put(name.isEmpty() ? "" : name + "/", entry.title()));
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("links", links);
        context.put("current", current.isEmpty() ? "" : current + "/");
        return context;
    }

    private Response action(Request request, String name) {
        if (!request.is("POST")) {
            return Response.text("Send the form of the page.\n").status(405).header("Allow", "POST");
        }
        if (!renderer.guard().isOwnForm(request)) {
            return Response.text("This form is not from a page of this site: load the page again.\n")
                    .status(403);
        }
        return name.equals("open") ? open(request) : migrate(request);
    }

    private Response open(Request request) {
        String place = request.form().get("place", "");
        int colon = place.lastIndexOf(':');
        try {
            Path file = Path.of(colon < 0 ? place : place.substring(0, colon)).toRealPath();
            int line = colon < 0 ? 1 : Integer.parseInt(place.substring(colon + 1));
            if (!Files.isRegularFile(file) || !isSource(file)) {
                return Response.text("Only sources are opened.\n").status(403);
            }
            renderer.editor().open(file, line);
            return Response.of(204);
        } catch (IOException | IllegalArgumentException e) {
            return Response.text("It cannot be opened: " + e.getMessage() + "\n")
                    .status(400);
        }
    }

    /** Sources of the project, or of a library that was built on this machine. */
    private boolean isSource(Path file) {
        String name = file.getFileName().toString();
        boolean kind =
                name.endsWith(".java") || name.endsWith(".html") || name.endsWith(".txt") || name.endsWith(".xml");
        boolean hidden = file.toString().contains("/.");
        return kind
                && (file.startsWith(renderer.code().root())
                        || !hidden && file.toString().contains("/src/main/"));
    }

    private Response migrate(Request request) {
        MigrationState.apply(site);
        String next = request.form().get("next", "");
        boolean safe = next.startsWith("/") && !next.startsWith("//") && !next.startsWith("/\\");
        return Response.redirect(safe ? next : DevPages.PREFIX + "migrations/");
    }
}
