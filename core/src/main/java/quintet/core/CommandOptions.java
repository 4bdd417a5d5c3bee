package quintet.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes: Django's, with their names. */
final class CommandOptions {
    private static final int MOST = 3;

    /** A builder wants a name before it is known which are free. */
    private static final String PLACEHOLDER = "--placeholder";

    private static final int LAST = 1000;

    private int verbosity = 1;
    private boolean traceback;
    private boolean noColor;
    private boolean forceColor;
    private boolean skipChecks;

    /** 0 for silence, 1 for the usual, 2 and 3 for more. */
    int verbosity() {
        return verbosity;
    }

    boolean traceback() {
        return traceback;
    }

    boolean skipChecks() {
        return skipChecks;
    }

    Style style(Terminal terminal) {
        return forceColor || (!noColor && terminal.wantsColor()) ? Style.COLORED : Style.PLAIN;
    }

    /** Adds the options to a command and its subcommands; a command's own option of the same name wins. */
    void addTo(CommandSpec spec) {
        add(spec, flag(v -> {}, "shows this text and ends").usageHelp(true), "-h", "--help");
        add(spec, flag(v -> {}, "shows Quintet's version and ends").versionHelp(true), "--version");
        add(spec, level(), "-v", "--verbosity");
        add(spec, text(v -> {}, "PROJECT", "the project's class, when there are several"), "--settings");
        add(spec, flag(v -> traceback = v, "shows where an error comes from"), "--traceback");
        add(spec, flag(v -> noColor = v, "no colours"), "--no-color");
        add(spec, flag(v -> forceColor = v, "colours in files and pipes too"), "--force-color");
        add(spec, flag(v -> skipChecks = v, "runs even when the system check finds problems"), "--skip-checks");
        spec.version("Quintet " + Version.current());
        spec.subcommands().values().stream().distinct().forEach(line -> addTo(line.getCommandSpec()));
    }

    private static void add(CommandSpec spec, OptionSpec.Builder option, String... names) {
        List<String> free = new ArrayList<>(List.of(names));
        free.removeAll(spec.optionsMap().keySet());
        if (!free.isEmpty()) {
            spec.addOption(option.names(free.toArray(String[]::new)).order(LAST).build());
        }
    }

    private OptionSpec.Builder level() {
        return OptionSpec.builder(PLACEHOLDER)
                .hasInitialValue(false) // else a subcommand would reset what was given before its name
                .type(String.class)
                .paramLabel("0-3")
                .description("how much is printed: 0 nothing, 1 the usual, 2 and 3 more")
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        verbosity = value == null ? 1 : level(value.toString());
                        return value;
                    }
                });
    }

    private static int level(String text) {
        if (text.length() != 1 || text.charAt(0) < '0' || text.charAt(0) > '0' + MOST) {
            throw new CommandError("--verbosity is 0, 1, 2 or 3, not '" + text + "'.", 2);
        }
        return text.charAt(0) - '0';
    }

    private static OptionSpec.Builder flag(Consumer<Boolean> target, String description) {
        return OptionSpec.builder(PLACEHOLDER)
                .hasInitialValue(false)
                .type(boolean.class)
                .description(description)
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        target.accept(Boolean.TRUE.equals(value));
                        return value;
                    }
                });
    }

    private static OptionSpec.Builder text(Consumer<String> target, String label, String description) {
        return OptionSpec.builder(PLACEHOLDER)
                .hasInitialValue(false)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        target.accept(String.valueOf(value));
                        return value;
                    }
                });
    }

    /** Which of picocli's exceptions hide one of ours, thrown by a setter. */
    static Throwable cause(CommandLine.ParameterException e) {
        Throwable at = e;
        while (at.getCause() != null && !(at instanceof CommandError)) {
            at = at.getCause();
        }
        return at instanceof CommandError ? at : e;
    }
}
