package quintet.dev.internal.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.CheckMessage;
import quintet.core.SettingsReport;
import quintet.core.Site;
import quintet.dev.internal.pages.ErrorReport;
import quintet.dev.internal.pages.MigrationState;
import quintet.dev.internal.pages.Renderer;
import quintet.dev.internal.pages.RoutePlaces;
import quintet.dev.internal.pages.Versions;
import quintet.dev.internal.trace.RecentRequests;
import quintet.dev.internal.trace.RequestTrace;
import quintet.http.Request;
import quintet.http.UrlConf;
import quintet.orm.ModelMeta;

/** The pages that list what a site has. */
final class Facts {
    private final Site site;
    private final Renderer renderer;
    private final RecentRequests recent;

    Facts(Site site, Renderer renderer, RecentRequests recent) {
        this.site = site;
        this.renderer = renderer;
        this.recent = recent;
    }

    /**
     * An app.
     *
     * @param label its label
     * @param type its class
     * @param models how many models it has
     * @param own whether it is the project's
     */
    public record AppRow(String label, String type, long models, boolean own) {}

    @Nullable
    Map<String, @Nullable Object> overview(Request request, String rest) {
        if (!rest.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> context = new HashMap<>();
        List<AppRow> apps = new ArrayList<>();
        for (App app : site.apps()) {
            long models = ModelMeta.all().stream()
                    .filter(model -> model.appLabel().equals(app.label()))
                    .count();
            apps.add(new AppRow(
                    app.label(),
                    app.getClass().getName(),
                    models,
                    renderer.code().isOwn(app.getClass())));
        }
        context.put("apps", apps);
        context.put("route_count", site.service(UrlConf.class).routes().size());
        context.put("model_count", ModelMeta.all().size());
        context.put("migrations", MigrationState.of(site));
        context.put("messages", site.check());
        context.put("recent", recent.all().stream().limit(8).toList());
        context.put("versions", Versions.of(site));
        return context;
    }

    /**
     * A route.
     *
     * @param pattern its whole pattern
     * @param url its address, if it takes no values; null otherwise
     * @param name its name; null if it has none
     * @param declared where it is declared; null if that is not known
     */
    public record RouteRow(
            String pattern, @Nullable String url, @Nullable String name, RoutePlaces.@Nullable Declared declared) {}

    @Nullable
    Map<String, @Nullable Object> routes(Request request, String rest) {
        if (!rest.isEmpty()) {
            return null;
        }
        RoutePlaces places = new RoutePlaces(site, renderer);
        List<RouteRow> rows = new ArrayList<>();
        for (UrlConf.Mounted route : site.service(UrlConf.class).routes()) {
            boolean plain = !route.route().isRegex() && route.pattern().matches("[\\w./~-]*");
            rows.add(new RouteRow(
                    route.pattern(),
                    plain ? request.scriptName() + "/" + route.pattern() : null,
                    route.name(),
                    places.find(route.route())));
        }
        return Map.of("routes", rows);
    }

    @Nullable
    Map<String, @Nullable Object> settings(Request request, String rest) {
        return rest.isEmpty() ? Map.of("settings", ErrorReport.grouped(SettingsReport.of(site.settings()))) : null;
    }

    @Nullable
    Map<String, @Nullable Object> migrations(Request request, String rest) {
        return rest.isEmpty() ? Map.of("migrations", MigrationState.of(site)) : null;
    }

    /**
     * What a check found.
     *
     * @param level in small letters
     * @param id the stable id
     * @param message what is wrong
     * @param hint what to do; null if the message says it
     * @param object what it is about; null for the site
     */
    public record CheckRow(
            String level,
            String id,
            String message,
            @Nullable String hint,
            @Nullable String object) {
        static CheckRow of(CheckMessage message) {
            return new CheckRow(
                    message.level().name().toLowerCase(java.util.Locale.ROOT),
                    message.id(),
                    message.message(),
                    message.hint(),
                    message.object() == null ? null : String.valueOf(message.object()));
        }
    }

    @Nullable
    Map<String, @Nullable Object> checks(Request request, String rest) {
        if (!rest.isEmpty()) {
            return null;
        }
        boolean deploy = request.query().contains("deploy");
        return Map.of("messages", site.check(deploy).stream().map(CheckRow::of).toList(), "deploy", deploy);
    }

    @Nullable
    Map<String, @Nullable Object> requests(Request request, String rest) {
        if (rest.isEmpty()) {
            return Map.of("recent", recent.all());
        }
        try {
            RequestTrace trace =
                    recent.find(Long.parseLong(rest.replaceFirst("/$", ""))).orElse(null);
            if (trace == null) {
                return null;
            }
            Map<String, @Nullable Object> context = new HashMap<>();
            context.put("trace", trace);
            context.put("queries", trace.queries());
            context.put("title", trace.method() + " " + trace.path());
            return context;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
