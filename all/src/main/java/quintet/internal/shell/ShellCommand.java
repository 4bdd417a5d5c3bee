package quintet.internal.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Version;

/** {@code shell}: runs Java that is typed in, with the models imported. */
@CommandLine.Command(description = "Runs Java that you type, with the models and what queries need imported.")
public final class ShellCommand extends Command {
    @Option(
            names = {"-c", "--command"},
            paramLabel = "CODE",
            description = "runs this code instead and ends")
    private @Nullable String code;

    @Option(names = "--no-imports", description = "imports nothing but print")
    private boolean noImports;

    @Option(
            names = {"-i", "--interface"},
            hidden = true,
            description = "taken for Django's sake; there is one interface")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private @Nullable String unusedInterface;

    @Option(names = "--no-startup", hidden = true, description = "taken for Django's sake; nothing runs at startup")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean unusedStartup;

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new CommandError("The shell needs a whole JDK: this Java is a run-time image without jdk.jshell.");
        }
        try (JShell shell = Engine.start(site())) {
            Imports imports = new Imports(site(), !noImports);
            Evaluation evaluation = new Evaluation(shell, out(), err(), style(), isTraceback());
            evaluation.imports(imports.statements());
            if (code != null) {
                finish(evaluation.run(code, false));
            } else if (terminal().isInteractive()) {
                say("Quintet " + Version.series() + " shell, Java "
                        + Runtime.version().feature() + ". Ctrl-D ends it.");
                say(style().faint(imports.describe()));
                out().flush();
                new Repl(evaluation, shell, imports).run();
            } else {
                finish(evaluation.run(new String(System.in.readAllBytes(), StandardCharsets.UTF_8), false));
            }
        }
    }

    private void finish(boolean fine) {
        if (!fine) {
            throw new CommandError("", 1);
        }
    }
}
