package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Routes.include;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.core.Commands;
import quintet.core.Site;
import quintet.orm.QuerySet;
import quintet.sessions.MessagesApp;
import quintet.views.shelf.Book;
import quintet.views.shelf.ShelfApp;

class TemplateChecksTest {
    /** The variables of a page. */
    public record ShelfPage(QuerySet<Book> books, Page<Book> page, Book book) {}

    private static final String CONTEXT = "{# context: quintet.views.TemplateChecksTest.ShelfPage #}";

    @TempDir
    Path folder;

    private TestSite site() {
        return TestSite.of(
                settings -> settings.apps(MessagesApp.class, ShelfApp.class)
                        .with(TemplateSettings.defaults().dir(folder)),
                include("shelf/", ShelfApp.class));
    }

    private List<String> problems(String source) throws IOException {
        Files.writeString(folder.resolve("page.html"), source);
        try (TestSite site = site()) {
            return site.site()
                    .call(() -> TemplateChecks.of(site.site()).check("page.html").stream()
                            .map(problem -> problem.line() + ": " + problem.message())
                            .toList());
        }
    }

    @Test
    void knowsRoutesAndStaticFilesOfTheSite() throws IOException {
        assertThat(problems("{% load static shelf_tags %}{% url 'shelf:detail' 7 %}{{ 'x'|twice }}\n"
                        + "{% url 'shelf:detial' 7 %}\n{% url 'shlef:detail' 7 %}\n{% static 'no/such.css' %}"))
                .hasSize(3)
                .anySatisfy(p ->
                        assertThat(p).startsWith("2: There is no route 'shelf:detial'. Did you mean 'shelf:detail'?"))
                .anySatisfy(p -> assertThat(p).startsWith("3: There is no route 'shlef:detail'."))
                .anySatisfy(p -> assertThat(p).startsWith("4: There is no static file 'no/such.css'."));
    }

    @Test
    void knowsModelsQuerySetsAndReferences() throws IOException {
        assertThat(
                        problems(
                                CONTEXT
                                        + "{% for b in books.all %}{{ b.title }}{{ b.pk }}{{ b.writer_id }}{{ b.writer.name }}"
                                        + "{{ b.get_state_display }}{{ b.get_absolute_url }}{% endfor %}{{ books.count }}{{ page.has_next }}"
                                        + "{% for b in page %}{{ b.title }}{% endfor %}{{ book.state.label }}{{ request.path }}{{ user }}"))
                .isEmpty();
        assertThat(problems(CONTEXT + "\n{% for b in books %}{{ b.titel }}{% endfor %}\n{{ book.writer.nmae }}\n"
                        + "{{ books.frist }}\n{% for b in page %}{{ b.x }}{% endfor %}\n{{ book.get_x_display }}"))
                .hasSize(5)
                .anySatisfy(p -> assertThat(p)
                        .isEqualTo("2: 'titel' is no attribute of quintet.views.shelf.Book. Did you mean 'title'?"))
                .anySatisfy(p -> assertThat(p)
                        .isEqualTo("3: 'nmae' is no attribute of quintet.views.shelf.Writer. Did you mean 'name'?"));
    }

    @Test
    void knowsWhatQueriesAddToRows() throws IOException {
        assertThat(
                        problems(
                                "{# context: writer: quintet.views.shelf.Writer #}{{ writer.volumes }}{{ writer.books__count }}"))
                .isEmpty();
        assertThat(problems("{# context: writer: quintet.views.shelf.Writer #}{{ writer.volume }}"))
                .singleElement()
                .asString()
                .startsWith("1: 'volume' is no attribute of");
    }

    private static int run(Site site, StringWriter out, String... args) {
        return Commands.call(site, new PrintWriter(out), new PrintWriter(out), args);
    }

    @Test
    void theCommandListsFileLineAndMistake() throws IOException {
        Files.writeString(folder.resolve("page.html"), "one\n{{ x|upperr }}");
        StringWriter out = new StringWriter();
        try (TestSite site = site()) {
            assertThat(run(site.site(), out, "checktemplates", "page.html")).isEqualTo(1);
            assertThat(out.toString())
                    .contains(folder.resolve("page.html") + ":2: Unknown filter 'upperr'. Did you mean 'upper'?")
                    .contains("1 problem found.");
            assertThat(run(site.site(), new StringWriter(), "checktemplates", "pgae.html"))
                    .isEqualTo(1);
            Files.writeString(folder.resolve("page.html"), "{{ x|upper }}");
            StringWriter good = new StringWriter();
            assertThat(run(site.site(), good, "checktemplates", "page.html")).isZero();
            assertThat(good.toString()).contains("No problems in 1 template.");
        }
    }

    @Test
    void theCheckOfTheSiteReportsThem() throws IOException {
        Files.writeString(folder.resolve("page.html"), "{% nope %}");
        try (TestSite site = site()) {
            assertThat(site.site().check("templates"))
                    .anySatisfy(message -> assertThat(message.toString())
                            .contains("page.html:1: (templates.Q001) Invalid block tag on line 1: 'nope'."));
        }
    }
}
