package quintet.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.ServeAddress;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.dev.DevProject;
import quintet.dev.DevServer;
import quintet.dev.DevServerOptions;

/** {@code runserver} of a project that is being written: changes are taken over while it runs. */
@CommandLine.Command(description = "Serves the site while it is being written; changes are taken over while it runs.")
public final class DevServerCommand extends Command {
    private final @Nullable DevProject project;

    @Parameters(arity = "0..1", paramLabel = "[ADDRESS:]PORT", description = "where; 127.0.0.1:8000 unless given")
    private @Nullable String place;

    @Option(names = "--port", description = "the port; 0 takes a free one")
    private @Nullable String port;

    @Option(
            names = {"-6", "--ipv6"},
            description = "listens on ::1 unless an address is given")
    private boolean ipv6;

    @Option(names = "--noreload", description = "one process that does not look for changes")
    private boolean noReload;

    @Option(names = "--nostatic", description = "serves no static files")
    private boolean noStatic;

    @Option(names = "--insecure", description = "serves static files even when DEBUG is off")
    private boolean insecure;

    @Option(
            names = "--debug",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "5005",
            description = "a debugger may attach at this port of the loopback address; 5005 unless given")
    private @Nullable Integer debug;

    @Option(names = "--nothreading", hidden = true, description = "taken for Django's sake; requests run in parallel")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean noThreading;

    /** Serves this project; null where only the options are of interest. */
    public DevServerCommand(@Nullable DevProject project) {
        this.project = project;
    }

    @Override
    public String name() {
        return "runserver";
    }

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        if (project == null) {
            throw new CommandError("The development server is started by ./manage runserver");
        }
        int code = DevServer.of(project, options(), out()).run();
        if (code != 0) {
            throw new CommandError("", code);
        }
    }

    private DevServerOptions options() {
        List<String> arguments = new ArrayList<>();
        if (ipv6) {
            arguments.add("--ipv6");
        }
        if (place != null) {
            arguments.add(place);
        }
        if (port != null) {
            arguments.add("--port=" + port);
        }
        ServeAddress address = ServeAddress.of(arguments);
        DevServerOptions options = DevServerOptions.defaults().at(address.host(), address.port());
        options = noReload ? options.withoutReload() : options;
        options = noStatic ? options.withoutStaticFiles() : options;
        options = insecure ? options.insecureStaticFiles() : options;
        return debug == null ? options : options.debug(debug);
    }
}
