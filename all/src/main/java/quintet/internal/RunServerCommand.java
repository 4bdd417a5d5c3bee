package quintet.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.ServeAddress;
import quintet.core.Command;
import quintet.core.CommandError;

/** {@code runserver} in one process: serves the site; sources that change need a restart. */
@CommandLine.Command(description = "Serves the site; this is what happens without a command.")
public final class RunServerCommand extends Command {
    /** The command's name. */
    public static final String NAME = "runserver";

    @Parameters(arity = "0..1", paramLabel = "[ADDRESS:]PORT", description = "where; 127.0.0.1:8000 unless given")
    private @Nullable String place;

    @Option(names = "--port", description = "the port; 0 takes a free one")
    private @Nullable String port;

    @Option(
            names = {"-6", "--ipv6"},
            description = "listens on ::1 unless an address is given")
    private boolean ipv6;

    @Option(names = "--noreload", description = "one process that does not look for changes")
    @SuppressWarnings("unused") // what happens here anyway
    private boolean noReload;

    @Option(names = "--nothreading", hidden = true, description = "taken for Django's sake; requests run in parallel")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean noThreading;

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
        int code = Serving.serve(site(), ServeAddress.of(arguments), out());
        if (code != 0) {
            throw new CommandError("", code);
        }
    }
}
