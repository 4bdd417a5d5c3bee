package quintet.core.internal.commands;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Commands;

/** {@code completion}: prints what makes a shell complete commands and options. */
@CommandLine.Command(
        description = "Prints a script that makes bash or zsh complete commands and options.",
        footer = {"", "In this terminal:  source <(./manage completion bash)"})
public final class CompletionCommand extends Command {
    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash (the default) or zsh")
    private String shell = "bash";

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new CommandError("Completion is made for bash and zsh, not for '" + shell + "'.");
        }
        String called = terminal().program();
        String name = called.isEmpty() ? "manage" : called.substring(called.lastIndexOf('/') + 1);
        // The script itself switches bash's way of completing on in zsh.
        out().print(AutoComplete.bash(name, Commands.tree(site(), terminal())));
    }
}
