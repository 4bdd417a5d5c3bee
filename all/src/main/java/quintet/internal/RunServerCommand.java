package quintet.internal;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import quintet.RunServerOptions;
import quintet.core.Command;
import quintet.core.CommandError;

/** {@code runserver} in one process: serves the site; sources that change need a restart. */
@CommandLine.Command(description = RunServerCommand.DESCRIPTION)
public final class RunServerCommand extends Command {
    /** The command's name. */
    public static final String NAME = "runserver";

    static final String DESCRIPTION = "Serves the site; under ./manage changes are taken over while it runs.";

    @Mixin
    private RunServerOptions options = new RunServerOptions();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean requiresMigrationsChecks() {
        return true;
    }

    @Override
    protected void handle() {
        if (options.debugPort().isPresent()) {
            throw new CommandError(
                    "--debug opens a port for a debugger in the process that ./manage runserver starts. One process is debugged"
                            + " by starting the project's main method in your IDE, or with"
                            + " java -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005");
        }
        int code = Serving.serve(site(), options.address(), out());
        if (code != 0) {
            throw new CommandError("", code);
        }
    }
}
