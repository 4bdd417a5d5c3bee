package quintet.core.internal.commands;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.CheckMessage;
import quintet.core.CheckReport;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Suggestions;

/** {@code check}: looks for mistakes in the site. */
@CommandLine.Command(description = "Looks for mistakes in the project.")
public final class CheckCommand extends Command {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "only what is found about these apps")
    private List<String> apps = new ArrayList<>();

    @Option(
            names = {"-t", "--tag"},
            description = "only checks with this tag; repeatable")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--list-tags", description = "lists the tags and ends")
    private boolean listTags;

    @Option(names = "--deploy", description = "also what matters in production")
    private boolean deploy;

    @Option(
            names = "--fail-level",
            paramLabel = "LEVEL",
            description = "which messages make the command fail: ${COMPLETION-CANDIDATES} (default: ERROR)")
    private CheckMessage.Level failLevel = CheckMessage.Level.ERROR;

    @Option(
            names = {"--database", "--databases"},
            paramLabel = "ALIAS",
            description = "also checks that ask this database; repeatable")
    private List<String> databases = new ArrayList<>();

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        List<String> known = site().checkTags(deploy);
        if (listTags) {
            known.forEach(out()::println);
            return;
        }
        for (String tag : tags) {
            if (!known.contains(tag)) {
                String deployOnly = site().checkTags(true).contains(tag) ? " It has checks with --deploy only." : "";
                throw new CommandError("There is no system check with the '" + tag + "' tag."
                        + (deployOnly.isEmpty() ? Suggestions.didYouMean(tag, known) : deployOnly));
            }
        }
        for (String label : apps) {
            try {
                site().app(label);
            } catch (IllegalArgumentException e) {
                throw new CommandError(String.valueOf(e.getMessage()));
            }
        }
        CheckReport report = CheckReport.run(site(), deploy, tags, databases);
        if (!apps.isEmpty()) {
            report = new CheckReport(
                    report.messages().stream().filter(this::isAboutApp).toList(), report.silenced());
        }
        if (report.fails(failLevel)) {
            throw new CommandError("SystemCheckError: " + report.text(style(), true));
        }
        say(report.text(style(), true));
    }

    private boolean isAboutApp(CheckMessage message) {
        String about = String.valueOf(message.object());
        return apps.stream().anyMatch(label -> about.equals(label) || about.startsWith(label + "."));
    }
}
