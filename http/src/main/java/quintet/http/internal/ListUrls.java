package quintet.http.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Json;
import quintet.http.UrlConf;

/** {@code listurls}: every route of the site with its name and view. */
@CommandLine.Command(name = "listurls", description = "Lists every route with its name and view.")
public final class ListUrls extends Command {
    /** The forms of output. */
    enum Format {
        table,
        json
    }

    @Option(names = "--format", description = "table (the default) or json")
    private Format format = Format.table;

    @Option(names = "--prefix", paramLabel = "PATH", description = "only routes that begin with this")
    private String prefix = "";

    @Option(names = "--unsorted", description = "in the order in which routes are tried")
    private boolean unsorted;

    @Override
    public String name() {
        return "listurls";
    }

    @Override
    public boolean requiresChecks() {
        return false;
    }

    private record Line(String path, String name, String view) {}

    @Override
    protected void handle() {
        UrlConf urls = site().findService(UrlConf.class)
                .orElseThrow(() -> new CommandError("The site has no routes: its project does not extend Project."));
        String wanted = prefix.startsWith("/") ? prefix : "/" + prefix;
        List<Line> lines = new ArrayList<>();
        for (UrlConf.Mounted mounted : urls.routes()) {
            String path = "/" + mounted.pattern();
            if (path.startsWith(wanted)) {
                lines.add(new Line(
                        path,
                        mounted.name() == null ? "" : mounted.name(),
                        view(mounted.route().handler())));
            }
        }
        if (!unsorted) {
            lines.sort(java.util.Comparator.comparing(Line::path));
        }
        if (format == Format.json) {
            out().println(Json.writeIndented(lines.stream().map(ListUrls::map).toList(), Json.Style.SPACED, 2));
        } else if (lines.isEmpty()) {
            err().println(prefix.isEmpty() ? "The site has no routes." : "No route begins with " + wanted);
        } else {
            table(lines);
        }
    }

    private static Map<String, Object> map(Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", line.path());
        map.put("name", line.name());
        map.put("view", line.view());
        return map;
    }

    private void table(List<Line> lines) {
        int paths = lines.stream().mapToInt(line -> line.path().length()).max().orElse(0);
        int names = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        for (Line line : lines) {
            String row = style().label(line.path())
                    + " ".repeat(paths - line.path().length() + 2)
                    + line.name()
                    + " ".repeat(names - line.name().length() + 2)
                    + style().faint(line.view());
            out().println(row.stripTrailing());
        }
    }

    /** The class that has the view; of a lambda or method reference the class it stands in. */
    private static String view(Object handler) {
        String name = handler.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }
}
