package quintet.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.cli.internal.template.Planting;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Crypto;
import quintet.core.Version;

/** {@code startproject}: makes a project's folder. */
@CommandLine.Command(description = "Makes a new project: its folder, settings, first page, test and commands.")
public final class StartProjectCommand extends Command {
    private static final int SECRET_LENGTH = 50;

    @Parameters(index = "0", paramLabel = "NAME", description = "the project's name, such as mysite")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "the folder to put it in; made when missing; a new one named like the project unless given")
    private @Nullable Path folder;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "the Java package; the project's name unless given")
    private @Nullable String javaPackage;

    @Mixin
    private final TemplateOptions template = new TemplateOptions();

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        Names.check("project", name);
        String packageName = javaPackage == null ? name.toLowerCase(Locale.ROOT) : javaPackage;
        Names.checkPackage(packageName);
        Names.checkFree("project", packageName);
        Path working = Path.of("").toAbsolutePath();
        Path given = folder == null ? Path.of(name) : folder;
        Path target = working.resolve(given).normalize();
        prepare(target);
        new Planting(paths(packageName), variables(packageName), template.extensions(), template.names())
                .into(target, template.tree("project"));
        say(style().success("Created " + given + ".") + " Next: cd " + given + " && ./manage runserver");
    }

    private void prepare(Path target) {
        if (folder == null && Files.exists(target)) {
            throw new CommandError(
                    target + " already exists. Choose another name, or name the folder: startproject " + name + " DIR");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new CommandError(target + " is a file, not a folder.");
        }
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new CommandError(
                    "The folder " + target + " cannot be made: " + e + ". Choose a folder you may write to.");
        }
    }

    private Map<String, String> paths(String packageName) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("package_path", packageName.replace('.', '/'));
        paths.put("project_class", Names.projectClass(name));
        paths.put("project_name", name);
        return paths;
    }

    private Map<String, String> variables(String packageName) {
        return Map.of(
                "project_name",
                name,
                "project_class",
                Names.projectClass(name),
                "package",
                packageName,
                "package_folder",
                packageName.replace('.', '/'),
                "group",
                Names.parent(packageName).isEmpty() ? packageName : Names.parent(packageName),
                "secret_key",
                Crypto.randomString(SECRET_LENGTH),
                "quintet_version",
                Version.current(),
                "java_version",
                "25");
    }
}
