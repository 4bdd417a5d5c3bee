package quintet.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.cli.internal.template.Planting;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Version;

/** {@code startapp}: adds an app to a project. */
@CommandLine.Command(description = "Adds a new app to the project: its class, a view, a template, a test.")
public final class StartAppCommand extends Command {
    private static final Pattern PROJECT =
            Pattern.compile("class\\s+(\\w+)\\s+extends\\s+(?:quintet\\.http\\.)?Project\\b");

    @Parameters(index = "0", paramLabel = "NAME", description = "the app's name, such as polls")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "the folder of the project to add it to; the one this is run in unless given")
    private @Nullable Path folder;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "the Java package; beside the project's package unless given")
    private @Nullable String javaPackage;

    @Mixin
    private final TemplateOptions template = new TemplateOptions();

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        Names.check("app", name);
        Path root = root();
        Optional<Path> project = projectSource(root);
        String beside = project.map(file -> Names.parent(packageOf(root, file))).orElse("");
        String segment = name.toLowerCase(Locale.ROOT);
        String packageName = javaPackage == null ? Names.join(beside, segment) : javaPackage;
        Names.checkPackage(packageName);
        Names.checkFree("app", packageName);
        String path = packageName.replace('.', '/');
        if (holdsClasses(root.resolve("src/main/java").resolve(path))) {
            throw new CommandError("'" + packageName + "' conflicts with the name of an existing Java package of this"
                    + " project and cannot be used as an app name. Try another name.");
        }
        String base = Names.camelCase(packageName.substring(packageName.lastIndexOf('.') + 1));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("package_path", path);
        names.put("camel_case_app_name", base);
        names.put("app_name", packageName.substring(packageName.lastIndexOf('.') + 1));
        Map<String, String> variables = Map.of(
                "app_name",
                packageName.substring(packageName.lastIndexOf('.') + 1),
                "camel_case_app_name",
                base,
                "app_class",
                base + "App",
                "package",
                packageName,
                "quintet_version",
                Version.current());
        new Planting(names, variables, template.extensions(), template.names()).into(root, template.tree("app"));
        report(
                project.map(file -> root.relativize(file).toString()).orElse("your project's class"),
                base + "App",
                segment);
    }

    private void report(String project, String appClass, String segment) {
        say(style().success("Created " + segment + ".") + " Add to " + project + ":");
        say("    settings: .apps(..., " + appClass + ".class)      routes: include(\"" + segment + "/\", " + appClass
                + ".class)");
    }

    private Path root() {
        Path working = Path.of("").toAbsolutePath();
        String known = System.getProperty("quintet.project");
        Path start = folder != null ? working.resolve(folder).normalize() : known != null ? Path.of(known) : working;
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new CommandError("There is no pom.xml in " + start
                + " or above it. Run this inside a project, or make one: quintet startproject mysite");
    }

    private static boolean holdsClasses(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of the class that extends Project; found by its text, for the project may not compile just now. */
    private static Optional<Path> projectSource(Path root) {
        Path sources = root.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .filter(StartAppCommand::definesProject)
                    .toList();
            return found.stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean definesProject(Path file) {
        try {
            Matcher matcher = PROJECT.matcher(Files.readString(file));
            return matcher.find();
        } catch (IOException e) {
            return false;
        }
    }

    private static String packageOf(Path root, Path file) {
        Path folder = root.resolve("src/main/java").relativize(file).getParent();
        return folder == null ? "" : folder.toString().replace('\\', '/').replace('/', '.');
    }
}
