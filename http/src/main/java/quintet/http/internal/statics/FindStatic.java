package quintet.http.internal.statics;

import java.util.List;
import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;

/** Says where a static file comes from: Django's findstatic. */
@CommandLine.Command(description = "Shows where static files are found.")
public final class FindStatic extends Command {
    @CommandLine.Option(names = "--first", description = "Shows only the file that is served.")
    private boolean first;

    @CommandLine.Parameters(arity = "1..*", description = "Names such as css/site.css.")
    private List<String> names = List.of();

    @Override
    protected void handle() {
        Finder finder = site().service(StaticIndex.class).sources();
        for (String name : names) {
            List<StaticFile> found = finder.findAll(name);
            if (found.isEmpty()) {
                throw new CommandError("No matching file found for '" + name + "'. Looked in:\n  "
                        + String.join("\n  ", finder.describe()));
            }
            if (first) {
                out().println(found.getFirst().place());
                continue;
            }
            out().println("Found '" + name + "' here:");
            found.forEach(file -> out().println("  " + file.place()));
        }
    }
}
