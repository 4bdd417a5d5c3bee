package quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quintet.core.SuspiciousOperation;

/**
 * Autoescape holds for every built-in filter and tag: what an HTML parser finds in a page is never an element or an
 * attribute that came from a hostile value.
 */
class AutoescapeTest {
    private static final List<String> HOSTILE = List.of(
            "<script a=\"b\" c='d'>&alert(1)//</script>",
            "'\"><img src=x onerror=alert(1)>",
            "</p></script><b onclick=x>y</b>",
            "http://x.com/\"onmouseover=\"alert(1) www.x.com/'><i>",
            "javascript:alert(1) a@b.com\"><svg/onload=x>",
            "&lt;b&gt; &#60;i&#62; <!-- --><a href=x>",
            "<p>one <b onclick=x>two <i>three</p>\n\n<u>four",
            "1<2>3\"4'5&6");
    private static final Set<String> VOUCHES = Set.of("safe", "safeseq");
    /** What a filter adds itself. */
    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            "linebreaks", Set.of("p", "br"),
            "linebreaksbr", Set.of("br"),
            "urlize", Set.of("a"),
            "urlizetrunc", Set.of("a"),
            "unordered_list", Set.of("ul", "li"),
            "json_script", Set.of("script"),
            "ordinal", Set.of("sup"));

    private static final Engine ENGINE = Engine.builder()
            .caches(name -> null)
            .urls((name, args, kwargs, context) -> "/u/?" + args + kwargs)
            .requests(new RequestSupport() {
                @Override
                public Map<String, ? extends List<?>> query(Object request) {
                    return request instanceof Map<?, ?> ? Map.of("q", List.of(String.valueOf(request))) : null;
                }
            })
            .debug(true)
            .loader(Loader.memory(Map.of(
                    "inner.html", "{{ h }}{% block b %}{{ h }}{% endblock %}",
                    "lib.html", "{{ v }}")))
            .build();

    private static Map<String, Filter> filters() {
        Map<String, Filter> out = new TreeMap<>();
        ENGINE.builtins().forEach(library -> out.putAll(library.filters()));
        ENGINE.libraryNames().forEach(name -> out.putAll(ENGINE.library(name).filters()));
        return out;
    }

    private static Map<String, Object> values(String hostile) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("h", hostile);
        values.put("list", List.of(hostile, List.of(hostile), hostile));
        values.put("flat", List.of(hostile, "b"));
        values.put("map", Map.of(hostile, hostile));
        values.put("maps", List.of(Map.of("k", hostile), Map.of("k", "b")));
        values.put("object", new Object() {
            @Override
            public String toString() {
                return hostile;
            }
        });
        values.put("n", 3);
        values.put("t", LocalDateTime.of(2024, 2, 29, 1, 2));
        return values;
    }

    /** Renders inside an element; an error of the engine is as good as safe output. */
    private static void assertSafe(String source, Map<String, Object> values, Set<String> own) {
        String html;
        try {
            html = ENGINE.from("<main>" + source + "</main>").render(Context.of(values, values));
        } catch (TemplateException | SuspiciousOperation e) {
            return;
        }
        Document page = Jsoup.parse(html);
        for (Element element : page.getAllElements()) {
            String name = element.normalName();
            if (Set.of("#root", "html", "head", "body", "main").contains(name)) {
                assertThat(element.attributesSize())
                        .as("attributes of %s in %s", name, html)
                        .isZero();
                continue;
            }
            assertThat(own).as("<%s> from %s in: %s", name, source, html).contains(name);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .as("attribute from %s in: %s", source, html)
                        .isIn("href", "rel", "id", "type", "name", "value");
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue()).as(html).matches("(?s)(https?://|mailto:).*");
                }
            }
        }
    }

    private static final List<String> OPERANDS = List.of("h", "list", "flat", "map", "maps", "object", "n", "t");
    private static final List<String> ARGUMENTS =
            List.of("", ":h", ":n", ":'2'", ":0", ":'k'", ":'a,b,c'", ":'1:2'", ":flat", ":''");

    @TestFactory
    List<DynamicTest> everyFilterEscapes() {
        List<DynamicTest> tests = new ArrayList<>();
        String load = "{% load " + String.join(" ", ENGINE.libraryNames()) + " %}";
        for (String name : filters().keySet()) {
            if (VOUCHES.contains(name)) {
                continue;
            }
            tests.add(DynamicTest.dynamicTest(name, () -> {
                for (String hostile : HOSTILE) {
                    for (String operand : OPERANDS) {
                        for (String argument : ARGUMENTS) {
                            String expression = operand + "|" + name + argument;
                            Set<String> own = ELEMENTS.getOrDefault(name, Set.of());
                            assertSafe(load + "{{ " + expression + " }}", values(hostile), own);
                        }
                    }
                }
            }));
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests;
    }

    /** A filter never makes the output of another one unsafe; marking text as safe is left to those who vouch. */
    @Property(tries = 1500)
    void chainsOfFiltersEscape(@ForAll java.util.Random random) {
        List<String> names = new ArrayList<>(filters().keySet());
        names.removeAll(VOUCHES);
        StringBuilder chain = new StringBuilder(OPERANDS.get(random.nextInt(OPERANDS.size())));
        Set<String> own = new TreeSet<>();
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            own.addAll(ELEMENTS.getOrDefault(name, Set.of()));
            chain.append('|').append(name).append(ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
        }
        if (own.contains("a")
                && chain.toString()
                        .matches(
                                ".*(urlize|linebreaks|json|unordered|ordinal).*\\|.*(cut|slice|truncate|wordwrap|title|striptags|stringformat|addslashes|ljust|rjust|center|capfirst|lower|upper|iriencode|phone2numeric|make_list|first|last|random|join|urlize|default|linenumbers).*")) {
            return; // text made of a link may break the link itself apart, as in Django
        }
        String load = "{% load " + String.join(" ", ENGINE.libraryNames()) + " %}";
        assertSafe(load + "{{ " + chain + " }}", values(HOSTILE.get(random.nextInt(HOSTILE.size()))), own);
    }

    /** A use of every tag with a hostile value. */
    private static final Map<String, String> TAGS = new TreeMap<>(Map.ofEntries(
            Map.entry("autoescape", "{% autoescape on %}{{ h }}{% endautoescape %}"),
            Map.entry("block", "{% block x %}{{ h }}{% endblock %}"),
            Map.entry("blocktrans", "{% blocktrans with a=h %}{{ a }}{{ h }}{% endblocktrans %}"),
            Map.entry(
                    "blocktranslate",
                    "{% blocktranslate count c=n with a=h %}{{ a }}{% plural %}{{ a }}{% endblocktranslate %}"
                            + "{% blocktranslate asvar v %}{{ h }}{% endblocktranslate %}{{ v }}"),
            Map.entry("cache", "{% cache 10 h h %}{{ h }}{% endcache %}"),
            Map.entry("comment", "{% comment %}{{ h }}{% endcomment %}"),
            Map.entry("csp_nonce_attr", "{% with csp_nonce=h %}<i {% csp_nonce_attr %}></i>{% endwith %}"),
            Map.entry("csrf_token", "{% with csrf_token=h %}{% csrf_token %}{% endwith %}"),
            Map.entry("cycle", "{% cycle h 'b' %}{% cycle h 'b' as c %}{{ c }}"),
            Map.entry("debug", "{% debug %}"),
            Map.entry("extends", "{% extends 'inner.html' %}"),
            Map.entry(
                    "filter",
                    "{% filter upper %}{{ h }}{% endfilter %}{% filter force_escape %}{{ h }}{% endfilter %}"),
            Map.entry("firstof", "{% firstof none h %}{% firstof h as v %}{{ v }}"),
            Map.entry(
                    "for",
                    "{% for x in list %}{{ x }}{% endfor %}{% for a, b in map.items %}{{ a }}{{ b }}{% endfor %}"),
            Map.entry("get_available_languages", "{% get_available_languages as v %}{{ v }}"),
            Map.entry("get_current_language", "{% get_current_language as v %}{{ v }}"),
            Map.entry("get_current_language_bidi", "{% get_current_language_bidi as v %}{{ v }}"),
            Map.entry("get_current_timezone", "{% get_current_timezone as v %}{{ v }}"),
            Map.entry("get_language_info", "{% get_language_info for h as v %}{{ v }}"),
            Map.entry("get_language_info_list", "{% get_language_info_list for flat as v %}{{ v }}"),
            Map.entry("get_media_prefix", "{% get_media_prefix %}"),
            Map.entry("get_static_prefix", "{% get_static_prefix %}"),
            Map.entry("if", "{% if h == h %}{{ h }}{% endif %}"),
            Map.entry(
                    "ifchanged", "{% ifchanged %}{{ h }}{% endifchanged %}{% ifchanged h %}{{ h }}{% endifchanged %}"),
            Map.entry("include", "{% include 'inner.html' %}{% include 'lib.html' with v=h only %}"),
            Map.entry("language", "{% language 'de' %}{{ h }}{% endlanguage %}"),
            Map.entry("load", "{% load i18n %}{{ h }}"),
            Map.entry("localize", "{% localize on %}{{ h }}{% endlocalize %}"),
            Map.entry("localtime", "{% localtime on %}{{ h }}{% endlocaltime %}"),
            Map.entry("lorem", "{% lorem h w %}{% lorem 2 b %}"),
            Map.entry("now", "{% now '<i>Y' as v %}{{ v }}"),
            Map.entry("partial", "{% partialdef p %}{{ h }}{% endpartialdef %}{% partial p %}"),
            Map.entry("partialdef", "{% partialdef p inline %}{{ h }}{% endpartialdef %}"),
            Map.entry("querystring", "{% querystring a=h b=flat %}{% querystring map as v %}{{ v }}"),
            Map.entry(
                    "regroup",
                    "{% regroup maps by k as g %}{{ g }}{% for x in g %}{{ x.grouper }}{{ x.list }}{% endfor %}"),
            Map.entry("resetcycle", "{% cycle h 'b' %}{% resetcycle %}{% cycle h 'b' as c %}{{ c }}"),
            Map.entry("spaceless", "{% spaceless %}{{ h }} {{ h }}{% endspaceless %}"),
            Map.entry("static", "{% static h %}{% static h as v %}{{ v }}"),
            Map.entry("templatetag", "{% templatetag openblock %}{{ h }}"),
            Map.entry("timezone", "{% timezone 'Europe/Berlin' %}{{ h }}{% endtimezone %}"),
            Map.entry("trans", "{% trans h %}"),
            Map.entry("translate", "{% translate h %}{% translate h as v %}{{ v }}{% translate h context h noop %}"),
            Map.entry("url", "{% url 'x' h a=h %}{% url 'x' h as v %}{{ v }}"),
            Map.entry("utc", "{{ h|utc }}"),
            Map.entry("verbatim", "{% verbatim %}{{ h }}{% endverbatim %}"),
            Map.entry("widthratio", "{% widthratio n h 10 %}{% widthratio n 3 10 as v %}{{ v }}"),
            Map.entry("with", "{% with a=h %}{{ a }}{% endwith %}")));

    @Test
    void everyTagEscapes() {
        Set<String> known = new TreeSet<>();
        ENGINE.builtins().forEach(library -> known.addAll(library.tags().keySet()));
        ENGINE.libraryNames()
                .forEach(name -> known.addAll(ENGINE.library(name).tags().keySet()));
        assertThat(TAGS.keySet()).as("each tag needs a hostile use here").containsAll(known);
        String load = "{% load " + String.join(" ", ENGINE.libraryNames()) + " %}";
        TAGS.forEach((name, use) -> {
            for (String hostile : HOSTILE) {
                Set<String> own = name.equals("csrf_token")
                        ? Set.of("input")
                        : name.equals("csp_nonce_attr") ? Set.of("i") : Set.of();
                if (name.equals("csp_nonce_attr")) {
                    String html = ENGINE.from(use).render(values(hostile));
                    Element element = Jsoup.parse(html).selectFirst("i");
                    assertThat(element).isNotNull();
                    assertThat(element.attributes().asList())
                            .extracting(Attribute::getKey)
                            .containsExactly("nonce");
                } else {
                    assertSafe(name.equals("extends") ? use : load + use, values(hostile), own);
                }
            }
        });
    }

    @Test
    void simpleTagsEscapeWhatTheyReturn() {
        Library library = new Library()
                .simpleTag("echo", Params.of("v"), args -> args.get("v"))
                .simpleBlockTag(
                        "box",
                        Params.of("v"),
                        args -> args.get("v") + args.content().toString())
                .inclusionTag("lib.html", "show", Params.of("v"), args -> Map.of("v", args.text("v")));
        Engine engine = Engine.builder()
                .builtin(library)
                .loader(Loader.memory(Map.of("lib.html", "{{ v }}")))
                .build();
        for (String hostile : HOSTILE) {
            String html = engine.from("{% echo h %}{% box h %}{{ h }}{% endbox %}{% show h %}{% echo h as v %}{{ v }}")
                    .render(Map.of("h", hostile));
            assertThat(Jsoup.parse(html).body().children()).as(html).isEmpty();
        }
    }

    @Test
    void safeStringsEscapeTheirParts() {
        for (String hostile : HOSTILE) {
            List<SafeString> all = Arrays.asList(
                    SafeString.escape(hostile),
                    SafeString.format("%s%s", hostile, hostile),
                    SafeString.join(hostile, List.of(hostile, hostile)),
                    Text.urlize(hostile.replace("http", "").replace("www.", "").replace("@", ""), null, true));
            for (SafeString safe : all) {
                assertThat(Jsoup.parse(safe.toString()).body().children())
                        .as(safe.toString())
                        .allSatisfy(element -> assertThat(element.normalName()).isEqualTo("a"));
            }
        }
    }
}
