package quintet.dev.internal.panel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Site;
import quintet.dev.internal.FileTree;
import quintet.dev.internal.pages.CodeLine;
import quintet.dev.internal.pages.FilePlace;
import quintet.dev.internal.pages.Renderer;
import quintet.dev.internal.pages.Shown;
import quintet.dev.internal.pages.TemplateFacts;
import quintet.http.Request;
import quintet.templates.Engine;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.TemplateException;
import quintet.views.TemplateSettings;

/** The templates of the project and its apps, and which of them wins where several have one name. */
final class TemplatePages {
    private static final String FOLDER = "templates";

    private final Site site;
    private final Renderer renderer;

    TemplatePages(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * A template.
     *
     * @param name its name
     * @param homes who has one of this name, the winner first
     */
    public record Row(String name, List<String> homes) {}

    @Nullable
    Map<String, @Nullable Object> show(Request request, String rest) {
        if (rest.isEmpty()) {
            List<Row> rows = new ArrayList<>();
            all().forEach((name, homes) -> rows.add(new Row(name, homes)));
            return Map.of("templates", rows);
        }
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("title", rest);
        context.put("name", rest);
        try {
            Template template = site.service(Engine.class).get(rest);
            Path path = TemplateFacts.path(template.origin().name(), site);
            context.put(
                    "place",
                    FilePlace.of(
                            renderer.editor(), path == null ? template.origin().name() : path.toString(), path, 1));
            context.put("code", CodeLine.all(template.source()));
        } catch (TemplateDoesNotExist e) {
            return null;
        } catch (TemplateException e) {
            context.put("problem", Shown.message(e.getMessage()));
        }
        return context;
    }

    private Map<String, List<String>> all() {
        Map<String, List<String>> found = new TreeMap<>();
        TemplateSettings own = site.settings().part(TemplateSettings.class).orElse(TemplateSettings.defaults());
        own.dirs().forEach(dir -> folder(found, site.root().resolve(dir), dir.toString()));
        folder(found, site.root().resolve("src/main/resources").resolve(FOLDER), "project");
        if (own.appDirs()) {
            site.apps().forEach(app -> app(found, app));
        }
        return found;
    }

    private static void folder(Map<String, List<String>> found, Path folder, String home) {
        try {
            FileTree.walk(folder, (file, attributes) -> {
                if (attributes.isRegularFile()) {
                    add(found, folder.relativize(file).toString().replace('\\', '/'), home);
                }
            });
        } catch (IOException e) {
            add(found, "(" + e.getMessage() + ")", home);
        }
    }

    private static void app(Map<String, List<String>> found, App app) {
        try {
            app.resources(FOLDER).forEach(name -> add(found, name, app.label()));
        } catch (IOException e) {
            add(found, "(" + e.getMessage() + ")", app.label());
        }
    }

    private static void add(Map<String, List<String>> found, String name, String home) {
        List<String> homes = found.computeIfAbsent(name, n -> new ArrayList<>());
        if (!homes.contains(home)) {
            homes.add(home);
        }
    }
}
