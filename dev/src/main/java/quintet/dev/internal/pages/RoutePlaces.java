package quintet.dev.internal.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Site;
import quintet.dev.internal.trace.UserCode;
import quintet.http.Project;
import quintet.http.Route;

/** Where routes are declared: the line of the project or of an app that has the route's pattern as a text. */
public final class RoutePlaces {
    private final UserCode code;
    private final Sources sources;
    private final Editor editor;
    private final Set<Class<?>> declaring = new LinkedHashSet<>();

    /** Looks in the sources of a site's apps and of its project. */
    public RoutePlaces(Site site, Renderer renderer) {
        code = renderer.code();
        sources = new Sources(code);
        editor = renderer.editor();
        site.apps().stream().map(App::getClass).forEach(declaring::add);
        site.findService(Project.class).ifPresent(project -> declaring.add(project.getClass()));
    }

    /**
     * Where a route is declared.
     *
     * @param place the line
     * @param text what it says
     */
    public record Declared(FilePlace place, String text) {}

    /** The declaration of a route, if it is found. */
    public @Nullable Declared find(Route route) {
        String literal = JavaText.literal(route.pattern());
        for (Class<?> type : declaring) {
            if (!code.isOwn(type)) {
                continue;
            }
            String file = type.getName()
                    .substring(
                            type.getPackageName().isEmpty()
                                    ? 0
                                    : type.getPackageName().length() + 1);
            int nested = file.indexOf('$');
            Sources.Source source =
                    sources.find(type.getName(), (nested < 0 ? file : file.substring(0, nested)) + ".java");
            if (source == null) {
                continue;
            }
            int line = line(source.lines(), literal);
            if (line > 0) {
                return new Declared(
                        FilePlace.of(editor, source.shown(), source.path(), line),
                        source.lines().get(line - 1).strip());
            }
        }
        return null;
    }

    private static int line(List<String> lines, String literal) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            int at = text.indexOf(literal);
            String before = at < 0 ? "" : text.substring(0, at).stripTrailing();
            if (before.endsWith("(") && before.matches(".*(?i)(path|include)\\s*\\(")) {
                return i + 1;
            }
        }
        return 0;
    }
}
