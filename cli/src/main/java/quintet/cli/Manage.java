package quintet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import quintet.Quintet;
import quintet.RunServerOptions;
import quintet.cli.internal.DevServerCommand;
import quintet.cli.internal.StartAppCommand;
import quintet.cli.internal.StartProjectCommand;
import quintet.cli.internal.TestCommand;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Commands;
import quintet.core.Terminal;
import quintet.core.Version;
import quintet.dev.Compilation;
import quintet.dev.DevProject;
import quintet.http.Project;

/**
 * What a project's {@code ./manage} runs: compiles what changed since the last time, then runs the command with it. A
 * project that does not compile keeps no command from running that needs nothing of what is broken.
 */
public final class Manage {
    private Manage() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.system(System.getProperty(Quintet.PROGRAM, "./manage"));
        int code;
        try {
            code = run(terminal, args.length == 0 ? List.of("help") : Arrays.asList(args));
        } catch (CommandError e) {
            terminal.err().println(e.getMessage());
            code = e.exitCode();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
        System.exit(code);
    }

    private static int run(Terminal terminal, List<String> args) {
        List<String> rest = args.subList(1, args.size());
        switch (args.getFirst()) {
            case "version", "--version" -> {
                terminal.out().println(Version.current());
                return 0;
            }
            case "startapp" -> {
                return Commands.callWithoutSite(terminal, new StartAppCommand(), rest);
            }
            case "startproject" -> {
                return Commands.callWithoutSite(terminal, new StartProjectCommand(), rest);
            }
            default -> {}
        }
        Path root = Path.of(System.getProperty("quintet.project", ""));
        if (DevProject.needsMaven(root) && terminal.isInteractive()) {
            terminal.err().println("Asking Maven how the project is compiled; that is kept until pom.xml changes ...");
            terminal.err().flush();
        }
        DevProject project = DevProject.open(root);
        return switch (args.getFirst()) {
            case "test" -> alone(terminal, new TestCommand(project), rest);
            case "runserver" ->
                rest.contains(RunServerOptions.NO_RELOAD)
                        ? inSite(terminal, project, args)
                        : alone(terminal, new DevServerCommand(project), rest);
            default -> inSite(terminal, project, args);
        };
    }

    private static int alone(Terminal terminal, Command command, List<String> args) {
        return Commands.callWithoutSite(terminal, command, args);
    }

    private static int inSite(Terminal terminal, DevProject project, List<String> args) {
        Compilation compilation = project.compileWhatCompiles();
        if (!compilation.succeeded()) {
            terminal.err().println(compilation.describe());
            refuseBrokenModels(args.getFirst(), compilation);
            terminal.err().println("The project does not compile; what does is used.");
            terminal.err().flush();
        }
        List<Path> folders = new ArrayList<>(List.of(compilation.classes()));
        folders.addAll(project.resources());
        try (URLClassLoader loader = new URLClassLoader("project", urls(folders), Manage.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return Quintet.call(instance(project.projectClass(), loader), terminal, args.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field that does not compile must not look like one that was removed. */
    private static void refuseBrokenModels(String command, Compilation compilation) {
        if (command.equals("makemigrations") && !compilation.brokenModels().isEmpty()) {
            throw new CommandError("makemigrations compares whole models, and these do not compile: "
                    + compilation.brokenModels().stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ". Nothing was written; mend the errors above and run it again.");
        }
    }

    private static Project instance(String name, ClassLoader loader) {
        try {
            var constructor =
                    Class.forName(name, true, loader).asSubclass(Project.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ClassNotFoundException e) {
            throw new CommandError(
                    "The class " + name + " is not among the compiled ones. Mend what does not compile, or"
                            + " name the right class in pom.xml: <quintet.project>");
        } catch (ClassCastException e) {
            throw new CommandError(
                    "The class " + name + " named by <quintet.project> in pom.xml does not extend Project.");
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandError("The project " + name + " cannot be made: " + cause);
        }
    }

    private static URL[] urls(List<Path> folders) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path folder : folders) {
                urls.add(folder.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls.toArray(URL[]::new);
    }
}
