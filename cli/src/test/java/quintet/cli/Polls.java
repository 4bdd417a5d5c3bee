package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** A generated project with an app, a model and its first migration. */
final class Polls {
    static final String MIGRATIONS = "src/main/java/polls/migrations/";
    static final String QUESTION = "src/main/java/polls/Question.java";

    private Polls() {}

    /** Makes it in a folder, with its table. */
    static Generated in(Path folder) throws IOException, InterruptedException {
        Generated project = Generated.in(folder, "mysite");
        assertThat(project.manage("startapp", "polls").code()).isZero();
        String site = "src/main/java/mysite/Mysite.java";
        project.replace(site, "StaticFilesApp.class)", "StaticFilesApp.class, polls.PollsApp.class)");
        project.replace(
                site,
                "TemplateView.of(\"base.html\"))",
                "TemplateView.of(\"base.html\")), quintet.http.Routes.include(\"polls/\", polls.PollsApp.class)");
        project.write(QUESTION, """
                package polls;

                import org.jspecify.annotations.Nullable;
                import quintet.fields.CharField;
                import quintet.orm.Manager;
                import quintet.orm.Model;

                public class Question extends Model {
                    public static final Manager<Question> objects = new Manager<>(Question.class);

                    @CharField(maxLength = 200)
                    public String text = "";

                    @Override
                    public String toString() {
                        return text;
                    }
                }
                """);
        Generated.Result made = project.manage("makemigrations");
        assertThat(made.all()).contains("M0001_initial.java");
        assertThat(project.manage("migrate").out()).contains("Applying polls.0001_initial... OK");
        return project;
    }

    /** Adds a field to the model. */
    static void addField(Generated project, String field) throws IOException {
        project.replace(QUESTION, "    @Override", "    " + field + "\n\n    @Override");
    }
}
