package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.core.Suggestions;
import quintet.http.Request;
import quintet.http.Resolver404;
import quintet.http.ResolverMatch;
import quintet.http.Route;
import quintet.http.StaticFilesApp;
import quintet.http.StaticStorage;

/** Why a request was answered with 404. */
final class NotFoundReport {
    private final Renderer renderer;
    private final Request request;
    private final Exception error;
    private final Site site;

    NotFoundReport(Renderer renderer, Request request, Exception error) {
        this.renderer = renderer;
        this.request = request;
        this.error = error;
        this.site = request.site();
    }

    /**
     * A route that was tried.
     *
     * @param patterns the patterns on the way, those of includes first
     * @param name its name; null if it has none
     * @param nearest whether it is the one that was probably meant
     * @param declared where it is declared; null if that is not known
     */
    public record Tried(
            List<String> patterns, @Nullable String name, boolean nearest, RoutePlaces.@Nullable Declared declared) {}

    /**
     * A static file that was not found.
     *
     * @param name its name
     * @param served whether static files are served at all
     * @param places where it was looked for
     * @param near a name that is there and much like it; null if there is none
     */
    public record StaticFile(
            String name,
            boolean served,
            List<String> places,
            @Nullable String near) {}

    Map<String, @Nullable Object> context() {
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("title", "Not found: " + request.path());
        context.put("message", Shown.message(error.getMessage()));
        context.put("method", request.method());
        context.put("full_path", Shown.fullPath(request));
        context.put("asked", request.pathInfo());
        StaticFile file = staticFile();
        context.put("static_file", file);
        if (error instanceof Resolver404 unrouted) {
            NearestRoute near = file == null ? nearest() : null;
            context.put("nearest", near);
            context.put("tried", tried(unrouted, near));
            context.put("unrouted", true);
        } else {
            ResolverMatch match = request.matchOrNull();
            List<ExceptionView> chain = ExceptionView.chain(error, renderer.frames());
            context.put("chain", chain);
            context.put("own", chain.getFirst().ownFrame());
            context.put("route", match == null ? null : match.pattern());
            context.put("route_name", match == null ? null : match.viewName());
            context.put("arguments", match == null ? List.of() : arguments(match));
        }
        context.put("facts", new RequestFacts(request).groups());
        context.put("as_test", TestSource.of(request, 404));
        context.put("as_curl", CurlCommand.of(request));
        return context;
    }

    private @Nullable NearestRoute nearest() {
        return NearestRoute.find(request.urls(), request.pathInfo()).orElse(null);
    }

    private static List<Fact> arguments(ResolverMatch match) {
        List<Fact> facts = new ArrayList<>();
        match.kwargs().forEach((name, value) -> facts.add(new Fact(name, Shown.data(name, value))));
        return facts;
    }

    private List<Tried> tried(Resolver404 unrouted, @Nullable NearestRoute near) {
        RoutePlaces places = new RoutePlaces(site, renderer);
        List<Tried> tried = new ArrayList<>();
        for (List<Route> way : unrouted.tried()) {
            Route last = way.getLast();
            List<String> patterns = way.stream().map(Route::pattern).toList();
            boolean isNear = near != null && String.join("", patterns).equals(near.pattern());
            tried.add(new Tried(patterns, last.name(), isNear, places.find(last)));
        }
        return tried;
    }

    private @Nullable StaticFile staticFile() {
        Optional<StaticStorage> storage = site.findService(StaticStorage.class);
        String prefix = storage.map(StaticStorage::prefix).orElse("");
        if (storage.isEmpty()
                || !prefix.startsWith("/")
                || prefix.equals("/")
                || !request.pathInfo().startsWith(prefix)) {
            return null;
        }
        String name = request.pathInfo().substring(prefix.length());
        return new StaticFile(
                name,
                site.isInstalled(StaticFilesApp.class),
                storage.get().places(),
                Suggestions.nearest(name, storage.get().names()).orElse(null));
    }

    /** The same as text. */
    String text() {
        StringBuilder out =
                new StringBuilder("404 Not Found: ").append(request.path()).append('\n');
        StaticFile file = staticFile();
        if (file != null) {
            out.append("The static file ").append(file.name()).append(" is not at these places:\n");
            file.places().forEach(place -> out.append("    ").append(place).append('\n'));
            out.append(file.near() == null ? "" : "Did you mean " + file.near() + "?\n");
        }
        if (error instanceof Resolver404 unrouted) {
            NearestRoute near = nearest();
            out.append(near == null ? "" : near.reason() + " (" + near.pattern() + ")\n");
            out.append("These routes were tried, in order:\n");
            for (List<Route> way : unrouted.tried()) {
                out.append("    ");
                way.forEach(route -> out.append(route).append(' '));
                out.append('\n');
            }
        } else {
            out.append(Shown.message(error.getMessage())).append('\n');
            ResolverMatch match = request.matchOrNull();
            out.append(match == null ? "" : "Raised by the handler of the route " + match.pattern() + "\n");
            Frames.Frame own =
                    ExceptionView.chain(error, renderer.frames()).getFirst().ownFrame();
            out.append(own == null ? "" : "at " + own.type() + "." + own.method() + " (" + own.where() + ")\n");
        }
        return TextReport.printable(out.toString());
    }
}
