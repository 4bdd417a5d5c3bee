package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCheckerTest {
    /** A page's variables. */
    public record BookPage(
            List<Book> books, Map<String, Book> byIsbn, Optional<Author> author, Book[] shelf, String title) {}

    /** A book. */
    public record Book(String title, Author author, BigDecimal price, LocalDate published) {
        /** Whether there are any. */
        public boolean isAvailable() {
            return true;
        }
    }

    /** Someone. */
    public record Author(String firstName) {}

    private static final String CONTEXT = "{# context: quintet.templates.TemplateCheckerTest.BookPage #}\n";

    private static List<String> problems(Map<String, String> templates) {
        Engine engine = Engine.builder()
                .loader(Loader.memory(templates))
                .urls(new UrlReverser() {
                    @Override
                    public String reverse(@Nullable Object name, List<?> args, Map<String, ?> kwargs, Context context) {
                        return "/";
                    }

                    @Override
                    public Collection<String> names() {
                        return List.of("library:list", "library:detail");
                    }
                })
                .staticUrls(new StaticUrls() {
                    @Override
                    public String staticPrefix() {
                        return "/static/";
                    }

                    @Override
                    public String mediaPrefix() {
                        return "/media/";
                    }

                    @Override
                    public String url(String path) {
                        return "/static/" + path;
                    }

                    @Override
                    public Collection<String> names() {
                        return List.of("css/site.css");
                    }
                })
                .build();
        return TemplateChecker.of(engine).variables("request").check().stream()
                .map(TemplateChecker.Problem::toString)
                .toList();
    }

    @Test
    void readsArgumentsOfFilters() {
        assertThat(problems(CONTEXT + "{{ title|default:titel }}{{ books.0.title|default:books.0.nope|cut:'x' }}"))
                .hasSize(2)
                .anySatisfy(p -> assertThat(p).contains("Unknown variable 'titel'. Did you mean 'title'?"))
                .anySatisfy(p -> assertThat(p).contains("'nope' is no attribute of"));
        assertThat(problems(CONTEXT + "{{ title|default:books.0.title|truncatewords:3 }}{{ title|default:_('x') }}"))
                .isEmpty();
    }

    @Test
    void readsArgumentsOfTagsThatAreFunctions() {
        Library own = new Library()
                .simpleTag("show", Params.of("what").optional("size", 1), args -> args.get("what"))
                .simpleBlockTag("box", Params.of("kind"), args -> args.content())
                .inclusionTag(
                        "row.html", "row", Params.of("book"), args -> Map.of("book", String.valueOf(args.get("book"))))
                .tag("odd", (parser, token) -> NodeList.EMPTY);
        String source = "{% show titel %}{% show what=title size=books.0.nope as shown %}{{ shown.any }}\n"
                + "{% box kid %}{{ books.0.titl }}{% endbox %}\n{% row book=shelf.0 %}{% row shelv.0 %}{% odd x y z %}";
        Engine engine = Engine.builder()
                .builtin(own)
                .loader(Loader.memory(Map.of("a.html", CONTEXT + source, "row.html", "{{ book }}")))
                .build();
        assertThat(TemplateChecker.of(engine).check().stream()
                        .map(TemplateChecker.Problem::toString)
                        .toList())
                .hasSize(5)
                .anySatisfy(p -> assertThat(p).contains("Unknown variable 'titel'"))
                .anySatisfy(p -> assertThat(p).contains("'nope' is no attribute of"))
                .anySatisfy(p -> assertThat(p).contains("Unknown variable 'kid'"))
                .anySatisfy(p -> assertThat(p).contains("'titl' is no attribute of"))
                .anySatisfy(p -> assertThat(p).contains("Unknown variable 'shelv'"));
    }

    private static List<String> problems(String source) {
        return problems(Map.of("a.html", source));
    }

    @Test
    void findsNothingWrongInAGoodTemplate() {
        assertThat(problems(Map.of(
                        "base.html",
                        "{% load static %}<link href=\"{% static 'css/site.css' %}\">{% block body %}{% endblock %}",
                        "a.html",
                        "{% extends 'base.html' %}{% block body %}{% url 'library:list' as u %}{{ u }}"
                                + "{% include 'row.html' with b=1 %}{% block inner %}{% endblock %}{% endblock %}",
                        "row.html",
                        "{% partialdef x %}{{ b|upper }}{% endpartialdef %}{% partial x %}")))
                .isEmpty();
    }

    @Test
    void namesFileAndLineOfASyntaxError() {
        assertThat(problems("one\n{% if a %}\n{% endfor %}"))
                .containsExactly("a.html:3: Invalid block tag on line 3: 'endfor', expected 'elif', 'else' or 'endif'. "
                        + "Did you forget to register or load this tag?");
    }

    @Test
    void saysWhichLibraryHasATag() {
        assertThat(problems("{% translate 'x' %}"))
                .singleElement()
                .asString()
                .endsWith("It is in the library i18n: write {% load i18n %} first.");
    }

    @Test
    void findsEveryUnknownFilterWithTheNearestName() {
        assertThat(problems("{{ a|upperr }}\n{{ b|intcomma }}\n{% if c|lenght > 1 %}{% endif %}"))
                .containsExactly(
                        "a.html:1: Unknown filter 'upperr'. Did you mean 'upper'?",
                        "a.html:2: Unknown filter 'intcomma'. It is in the library humanize: write {% load humanize %} "
                                + "first.",
                        "a.html:3: Unknown filter 'lenght'. Did you mean 'length'?");
    }

    @Test
    void findsTemplatesRoutesAndFilesThatAreNotThere() {
        assertThat(problems(
                        "{% load static %}{% include 'b.html' %}\n{% url 'library:lst' %}\n{% static 'css/sit.css' %}"))
                .containsExactly(
                        "a.html:1: There is no template 'b.html' for {% include %}. Did you mean 'a.html'?",
                        "a.html:2: There is no route 'library:lst'. Did you mean 'library:list'?",
                        "a.html:3: There is no static file 'css/sit.css'. Did you mean 'css/site.css'?");
    }

    @Test
    void findsBlocksThatNoParentHas() {
        assertThat(
                        problems(
                                Map.of(
                                        "base.html", "{% block title %}{% endblock %}{% block body %}{% endblock %}",
                                        "middle.html",
                                                "{% extends './base.html' %}{% block body %}{% block side %}{% endblock %}{% endblock %}",
                                        "a.html",
                                                "{% extends 'middle.html' %}\n{% block side %}{% endblock %}\n{% block titel %}{% endblock %}")))
                .containsExactly(
                        "a.html:3: Block 'titel' is in no template that this one extends, so it is never shown. "
                                + "Did you mean 'title'?");
    }

    @Test
    void findsPartialsThatAreNotThere() {
        assertThat(problems(Map.of("a.html", "{% partial rwo %}{% partialdef row %}{% endpartialdef %}")))
                .containsExactly("a.html:1: This template defines no partial 'rwo'. Did you mean 'row'?");
        assertThat(problems(Map.of(
                        "a.html", "{% include 'b.html#rwo' %}", "b.html", "{% partialdef row %}{% endpartialdef %}")))
                .singleElement()
                .asString()
                .startsWith("a.html:1: There is no template 'b.html#rwo'");
    }

    @Test
    void findsVariablesAndAttributesThatADeclaredContextLacks() {
        assertThat(problems(CONTEXT + "{{ titel }}\n{% for b in books %}{{ b.titel }}{{ b.author.first_name }}\n"
                        + "{{ b.author.lastName }}{{ forloop.counter }}{% endfor %}{{ b }}"))
                .containsExactly(
                        "a.html:2: Unknown variable 'titel'. Did you mean 'title'?",
                        "a.html:3: 'titel' is no attribute of quintet.templates.TemplateCheckerTest.Book. "
                                + "Did you mean 'title'?",
                        "a.html:4: 'lastName' is no attribute of quintet.templates.TemplateCheckerTest.Author. "
                                + "Did you mean 'firstName'?",
                        "a.html:4: Unknown variable 'b'. Choices are: author, books, byIsbn, request, shelf, title.");
    }

    @Test
    void followsTypesThroughMapsArraysOptionalsAndTags() {
        assertThat(problems(CONTEXT + "{% for isbn, b in byIsbn.items %}{{ isbn.upper }}{{ b.title }}{% endfor %}"
                        + "{{ author.firstName }}{{ shelf.0.title }}{{ books.0.available }}{{ byIsbn.x.title }}"
                        + "{% with first=books|first %}{{ first.price.real }}{{ first.published.year }}{% endwith %}"
                        + "{% regroup books by author as g %}{{ g.0.grouper }}{{ request.path }}{{ title.upper }}"))
                .isEmpty();
        assertThat(
                        problems(
                                CONTEXT + "{% for isbn, b in byIsbn.items %}{{ b.x }}{% endfor %}\n{{ author.x }}\n"
                                        + "{{ shelf.0.x }}\n{% with f=books|first %}{{ f.x }}{% endwith %}\n{{ books.x }}\n{{ title.x }}\n"
                                        + "{% regroup books by x as g %}\n{% if books.0.x %}{% endif %}\n{% for v in byIsbn.values %}{{ v.x }}{% endfor %}"))
                .hasSize(9)
                .allSatisfy(problem -> assertThat(problem).contains(":").contains("'x' is no attribute of"));
    }

    @Test
    void takesMoreVariablesFromTheDeclaration() {
        assertThat(problems("{# context: b: quintet.templates.TemplateCheckerTest.Book, theme #}\n"
                        + "{{ b.title }}{{ theme.anything }}\n{{ b.x }}{{ other }}"))
                .containsExactly(
                        "a.html:3: 'x' is no attribute of quintet.templates.TemplateCheckerTest.Book. "
                                + "Choices are: author, available, price, published, title.",
                        "a.html:3: Unknown variable 'other'. Choices are: b, request, theme.");
        assertThat(problems("{# context: no.such.Page #}{{ a }}"))
                .startsWith("a.html:1: There is no class 'no.such.Page' for the context. Write its full name.");
    }

    @Test
    void readsNothingIntoVerbatimTextAndComments() {
        assertThat(problems(CONTEXT
                        + "{% verbatim %}{{ x }}{% endverbatim %}{% comment %}{{ x|y }}{% endcomment %}{# {{ x }} #}"))
                .isEmpty();
    }

    @Test
    void findsTheTemplatesOfFoldersAndTheClassPath(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/a.html"), "{{ a|nope }}");
        Engine engine = Engine.builder().loader(Loader.folders(folder)).build();
        assertThat(engine.names()).containsExactly("shop/a.html");
        assertThat(TemplateChecker.of(engine).check())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).endsWith("a.html"));
        assertThat(Loader.resources(TemplateCheckerTest.class.getClassLoader(), "quintet/templates")
                        .names())
                .contains("TemplateCheckerTest.class");
    }

    @Test
    void reportsSettingsOfAnEngineThatContradictEachOther() {
        Engine engine = Engine.builder()
                .library("shop", new Library())
                .library("shop", new Library())
                .library("i18n", new Library())
                .stringIfInvalid("%d")
                .build();
        assertThat(engine.check())
                .extracting("id")
                .containsExactly("templates.W003", "templates.W003", "templates.E002");
        assertThat(Engine.builder().build().check()).isEmpty();
    }
}
