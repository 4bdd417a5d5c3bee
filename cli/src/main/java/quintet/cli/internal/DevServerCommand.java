package quintet.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import quintet.RunServerOptions;
import quintet.ServeAddress;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.dev.DevProject;
import quintet.dev.DevServer;
import quintet.dev.DevServerOptions;

/** {@code runserver} of a project that is being written: changes are taken over while it runs. */
@CommandLine.Command(description = "Serves the site while it is being written; changes are taken over while it runs.")
public final class DevServerCommand extends Command {
    private final DevProject project;

    @Mixin
    private RunServerOptions options = new RunServerOptions();

    /** Serves this project. */
    public DevServerCommand(DevProject project) {
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
        int code = DevServer.of(project, serverOptions(), out()).run();
        if (code != 0) {
            throw new CommandError("", code);
        }
    }

    private DevServerOptions serverOptions() {
        ServeAddress address = options.address();
        DevServerOptions server = DevServerOptions.defaults().at(address.host(), address.port());
        Boolean staticFiles = options.staticFiles();
        if (staticFiles != null) {
            server = staticFiles ? server.insecureStaticFiles() : server.withoutStaticFiles();
        }
        return options.debugPort().isPresent()
                ? server.debug(options.debugPort().getAsInt())
                : server;
    }
}
