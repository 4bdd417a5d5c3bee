package quintet.cli.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quintet.cli.internal.template.Tree;

/** The options of {@code startproject} and {@code startapp} about templates, as Django has them. */
final class TemplateOptions {
    @Option(
            names = "--template",
            paramLabel = "SOURCE",
            description = "a folder or archive (.zip, .tar, .tar.gz) to make it from, or a file: address of one")
    private @Nullable String template;

    @Option(
            names = {"-e", "--extension"},
            split = ",",
            description = "files with these ends are rendered as templates (default: java); repeatable")
    private List<String> extensions = new ArrayList<>();

    @Option(
            names = {"-n", "--name"},
            split = ",",
            description = "files of these names are rendered as templates; repeatable")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-x", "--exclude"},
            split = ",",
            description = "folders of the template to leave out; .git always is; repeatable")
    private List<String> excludes = new ArrayList<>();

    /** The files to make it from. */
    Tree tree(String builtIn) {
        Set<String> left = new HashSet<>(excludes);
        left.add(".git");
        return template == null ? Tree.builtIn(builtIn) : Tree.of(template, left);
    }

    /** Ends of the names of files that are templates: of Quintet's own, none but those marked as such. */
    Set<String> extensions() {
        Set<String> all = new HashSet<>();
        if (template != null) {
            all.add("java");
        }
        extensions.forEach(extension -> all.add(extension.startsWith(".") ? extension.substring(1) : extension));
        return all;
    }

    /** Names of files that are templates. */
    Set<String> names() {
        return new HashSet<>(names);
    }
}
