package quintet.views.internal.commands;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Suggestions;
import quintet.templates.Engine;
import quintet.templates.TemplateChecker;
import quintet.templates.TemplateChecker.Problem;
import quintet.templates.TemplateDoesNotExist;
import quintet.views.TemplateChecks;

/** {@code checktemplates}: finds mistakes in templates without rendering them. */
@CommandLine.Command(
        description = {
            "Finds mistakes in the templates of the project and its apps without rendering them:",
            "unknown tags, filters, blocks, routes, static files and templates; in templates that",
            "declare their context, {# context: library.BookPage #}, unknown attributes too."
        })
public final class CheckTemplatesCommand extends Command {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "only these templates, such as library/list.html")
    private List<String> names = new ArrayList<>();

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        TemplateChecker checker = TemplateChecks.of(site());
        List<Problem> problems = names.isEmpty() ? checker.check() : new ArrayList<>();
        for (String name : names) {
            try {
                problems.addAll(checker.check(name));
            } catch (TemplateDoesNotExist e) {
                throw new CommandError("There is no template '" + name + "'."
                        + Suggestions.didYouMean(
                                name, site().service(Engine.class).names()));
            }
        }
        problems.forEach(out()::println);
        if (!problems.isEmpty()) {
            throw new CommandError(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " found.");
        }
        int count = names.isEmpty() ? site().service(Engine.class).names().size() : names.size();
        out().println("No problems in " + count + (count == 1 ? " template." : " templates."));
    }
}
