package quintet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.CommandError;

/**
 * The arguments of {@code runserver}, the same for the development server and for one process: a picocli mixin. Django's
 * names where it has them.
 */
public final class RunServerOptions {
    /** One process that does not look for changes. */
    public static final String NO_RELOAD = "--noreload";

    private static final String NO_STATIC = "--nostatic";
    private static final String INSECURE = "--insecure";

    @Parameters(arity = "0..1", paramLabel = "[ADDRESS:]PORT", description = "where; 127.0.0.1:8000 unless given")
    private @Nullable String place;

    @Option(names = "--port", description = "the port; 0 takes a free one")
    private @Nullable String port;

    @Option(
            names = {"-6", "--ipv6"},
            description = "listens on ::1 unless an address is given")
    private boolean ipv6;

    @Option(names = NO_RELOAD, description = "one process that does not look for changes")
    private boolean noReload;

    @Option(names = NO_STATIC, description = "serves no static files")
    private boolean noStatic;

    @Option(names = INSECURE, description = "serves static files whatever the settings say")
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

    /** Made by picocli. */
    public RunServerOptions() {}

    /**
     * Where to listen.
     *
     * @throws CommandError when what was written is no address
     */
    public ServeAddress address() {
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
        return ServeAddress.of(arguments);
    }

    /** Whether changes are looked for. */
    public boolean reload() {
        return !noReload;
    }

    /**
     * Whether static files are served, where the command line says.
     *
     * @return null to do as the settings say
     * @throws CommandError when it says both
     */
    public @Nullable Boolean staticFiles() {
        return staticFiles(noStatic, insecure);
    }

    /** The same from arguments that are not parsed yet. */
    static @Nullable Boolean staticFiles(List<String> arguments) {
        return staticFiles(arguments.contains(NO_STATIC), arguments.contains(INSECURE));
    }

    private static @Nullable Boolean staticFiles(boolean none, boolean always) {
        if (none && always) {
            throw new CommandError(
                    NO_STATIC + " serves no static files, " + INSECURE + " serves them in any case: say one.", 2);
        }
        return none ? Boolean.FALSE : always ? Boolean.TRUE : null;
    }

    /** The port for a debugger. */
    public OptionalInt debugPort() {
        return debug == null ? OptionalInt.empty() : OptionalInt.of(debug);
    }
}
