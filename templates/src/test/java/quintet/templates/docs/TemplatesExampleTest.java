package quintet.templates.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.Expression;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Loader;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Params;
import quintet.templates.SafeString;
import quintet.templates.Template;
import quintet.templates.TemplateChecker;
import quintet.templates.ValueAdapter;
import quintet.templates.Variables;

class TemplatesExampleTest {
    // region: values
    record Author(String name) {}

    record Book(String title, Author author, int stock) {
        public boolean isAvailable() {
            return stock > 0;
        }
    }
    // endregion

    @Test
    void rendersATemplate() {
        // region: first
        Engine engine = Engine.builder()
                .loader(Loader.memory(Map.of("list.html", "{% for b in books %}{{ b.title }}, {% endfor %}")))
                .build();
        String html = engine.render("list.html", Map.of("books", List.of(new Book("Emma", new Author("Austen"), 2))));
        // endregion
        assertThat(html).isEqualTo("Emma, ");
    }

    @Test
    void readsJavaValues() {
        Engine engine = Engine.builder().build();
        String source = "{{ book.author.name }} {% if book.available %}yes{% endif %} {{ book.is_available }}";
        String html = engine.from(source).render(Map.of("book", new Book("Emma", new Author("Austen"), 2)));
        assertThat(html).isEqualTo("Austen yes True");
    }

    // region: library
    static final Library SHOP = new Library()
            .filter("shout", Filter.text(s -> s.toUpperCase(Locale.ROOT) + "!").safe())
            .filter("times", (value, count) -> String.valueOf(value).repeat(Integer.parseInt(String.valueOf(count))))
            .simpleTag(
                    "greet",
                    Params.of("name").optional("greeting", "Hello"),
                    args -> args.text("greeting") + ", " + args.text("name"))
            .simpleBlockTag(
                    "box",
                    Params.of().optional("kind", "info"),
                    args -> SafeString.format("<div class=\"%s\">%s</div>", args.get("kind"), args.content()))
            .inclusionTag("badge.html", "badge", Params.of("book"), args -> Map.of("book", args.get("book")));
    // endregion

    @Test
    void usesTagsAndFiltersOfItsOwn() {
        Engine engine = Engine.builder()
                .library("shop", SHOP)
                .loader(Loader.memory(Map.of("badge.html", "<b>{{ book.title }}</b>")))
                .build();
        String source = "{% load shop %}{{ 'hi'|shout }} {{ 'ab'|times:2 }} {% greet '<Ann>' %} "
                + "{% box kind='warn' %}{{ book.title }}{% endbox %} {% badge book %}";
        assertThat(engine.from(source).render(Map.of("book", new Book("Emma & co", new Author("A"), 1))))
                .isEqualTo("HI! abab Hello, &lt;Ann&gt; <div class=\"warn\">Emma &amp; co</div> <b>Emma &amp; co</b>");
    }

    // region: tag
    static final Library LOGIC = new Library().tag("repeat", (parser, token) -> {
        Expression times = parser.expression(token.split().get(1));
        NodeList body = parser.parse("endrepeat");
        parser.skip();
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                int count = Integer.parseInt(String.valueOf(times.resolve(context)));
                for (int i = 0; i < count; i++) {
                    body.render(context, out);
                }
            }

            @Override
            public List<Node> children() {
                return body.children();
            }
        };
    });
    // endregion

    @Test
    void compilesATagWithASyntaxOfItsOwn() {
        Engine engine = Engine.builder().builtin(LOGIC).build();
        assertThat(engine.from("{% repeat n %}{{ n }}{% endrepeat %}").render(Map.of("n", 3)))
                .isEqualTo("333");
    }

    record Money(long cents) {}

    @Test
    void adaptsValuesOfAType() {
        // region: adapter
        Engine engine = Engine.builder()
                .adapter(Money.class, new ValueAdapter<Money>() {
                    @Override
                    public Object attribute(Money money, String name) {
                        return name.equals("euros") ? money.cents() / 100 : MISSING;
                    }

                    @Override
                    public String text(Money money) {
                        return String.format(Locale.ROOT, "%d.%02d EUR", money.cents() / 100, money.cents() % 100);
                    }
                })
                .build();
        // endregion
        assertThat(engine.from("{{ m }} {{ m.euros }}").render(Map.of("m", new Money(1250))))
                .isEqualTo("12.50 EUR 12");
    }

    // region: page
    record BookPage(Book book, List<Book> others) {}
    // endregion

    @Test
    void takesThePageAsARecord() {
        Engine engine = Engine.builder().build();
        BookPage page = new BookPage(new Book("Emma", new Author("Austen"), 2), List.of());
        String source = "{# context: quintet.templates.docs.TemplatesExampleTest.BookPage #}{{ book.title }}";
        assertThat(engine.from(source).render(Variables.of(page))).isEqualTo("Emma");
    }

    @Test
    void checksTemplatesWithoutRendering() {
        Engine engine = Engine.builder()
                .loader(Loader.memory(Map.of("list.html", "{{ books|lenght }}")))
                .build();
        // region: check
        List<TemplateChecker.Problem> problems = TemplateChecker.of(engine).check();
        // list.html:1: Unknown filter 'lenght'. Did you mean 'length'?
        // endregion
        assertThat(problems.getFirst()).hasToString("list.html:1: Unknown filter 'lenght'. Did you mean 'length'?");
    }

    @Test
    void attachesDataToATemplate() {
        // region: data
        Library mail = new Library().tag("subject", (parser, token) -> {
            NodeList subject = parser.parse("endsubject");
            parser.skip();
            parser.extraData().put("subject", subject);
            return NodeList.EMPTY;
        });
        // endregion
        Template template = Engine.builder().builtin(mail).build().from("{% subject %}Hello{% endsubject %}Dear you");
        assertThat(template.render(Map.of())).isEqualTo("Dear you");
        assertThat(template.extraData()).containsKey("subject");
    }
}
