package quintet.dev.internal.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.templates.SourceExtract;
import quintet.templates.TemplateException;

/**
 * Where in which templates an error happened.
 *
 * @param frames from the innermost template to the outermost
 * @param variables what the innermost one knew
 */
public record TemplateFacts(List<Frame> frames, List<Fact> variables) {
    private static final Set<String> USUAL =
            Set.of("True", "False", "None", "csrf_token", "request", "forloop", "block");

    /**
     * A place in a template.
     *
     * @param template the template's name
     * @param tag the tag or variable
     * @param place where it is
     * @param code the lines around
     */
    public record Frame(String template, String tag, FilePlace place, List<CodeLine> code) {}

    /** What the first of these exceptions that has to do with templates says; null if none has. */
    static @Nullable TemplateFacts of(List<Throwable> chain, Site site, Frames frames) {
        for (Throwable thrown : chain) {
            TemplateException known = TemplateException.placeOf(thrown);
            if (known != null) {
                return new TemplateFacts(
                        known.trail().stream()
                                .map(extract -> frame(extract, site, frames))
                                .toList(),
                        variables(known.variables()));
            }
        }
        return null;
    }

    private static Frame frame(SourceExtract extract, Site site, Frames frames) {
        List<CodeLine> lines = new ArrayList<>();
        extract.context().forEach(line -> lines.add(new CodeLine(line.number(), line.text(), line.marked())));
        Path path = path(extract.origin(), site);
        String shown = path != null && path.startsWith(site.root())
                ? site.root().relativize(path).toString().replace('\\', '/')
                : extract.origin();
        return new Frame(extract.template(), extract.tag(), frames.place(shown, path, extract.line()), lines);
    }

    /** The file of a template; one of the class path may have its source in the project. */
    public static @Nullable Path path(String origin, Site site) {
        if (!origin.startsWith("classpath:")) {
            Path path = origin.startsWith("<") ? null : Path.of(origin);
            return path != null && Files.isRegularFile(path) ? path : null;
        }
        for (String folder : List.of("src/main/resources", "src/test/resources")) {
            Path path = site.root().resolve(folder).resolve(origin.substring("classpath:".length()));
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        return null;
    }

    private static List<Fact> variables(@Nullable Map<String, @Nullable Object> known) {
        List<Fact> facts = new ArrayList<>();
        if (known != null) {
            new TreeMap<>(known).forEach((name, value) -> {
                if (!USUAL.contains(name)) {
                    facts.add(new Fact(name, Shown.data(name, value)));
                }
            });
        }
        return facts;
    }
}
