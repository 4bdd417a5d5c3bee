package quintet.conform.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;
import quintet.templates.Context;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Params;
import quintet.templates.SafeString;
import quintet.templates.TagArgs;
import quintet.templates.TemplateSyntaxError;

/** The tag libraries of Django's own template tests, by their Python modules. */
final class CustomLibraries {
    private CustomLibraries() {}

    static @Nullable Library byModule(String module) {
        return switch (module.substring(module.indexOf("templatetags.") + "templatetags.".length())) {
            case "custom" -> custom();
            case "inclusion" -> inclusion();
            case "testtags" -> echo();
            case "subpackage.echo" -> new Library().simpleTag("echo2", Params.of("arg"), args -> args.get("arg"));
            case "bad_tag" -> bad();
            case "tag_27584" -> failing();
            default -> null;
        };
    }

    /** A tag's parameters and what it reports of them. */
    private record Shape(Params params, boolean context, Function<TagArgs, String> report) {}

    private static Map<String, Shape> shapes(String prefix) {
        Map<String, Shape> out = new LinkedHashMap<>();
        out.put("no_params", new Shape(Params.of(), false, a -> ""));
        out.put("one_param", new Shape(Params.of("arg"), false, a -> ": " + a.text("arg")));
        out.put("explicit_no_context", new Shape(Params.of("arg"), false, a -> ": " + a.text("arg")));
        out.put("no_params_with_context", new Shape(Params.of(), true, a -> ""));
        out.put("params_and_context", new Shape(Params.of("arg"), true, a -> ": " + a.text("arg")));
        Params two = Params.of("one").optional("two", "hi");
        out.put(prefix + "two_params", new Shape(Params.of("one", "two"), false, CustomLibraries::pair));
        out.put(
                prefix + "keyword_only_param",
                new Shape(Params.of().keyword("kwarg"), false, a -> ": " + a.text("kwarg")));
        out.put(
                prefix + "keyword_only_default",
                new Shape(Params.of().keyword("kwarg", 42L), false, a -> ": " + a.text("kwarg")));
        out.put(prefix + "one_default", new Shape(two, false, CustomLibraries::pair));
        out.put(prefix + "unlimited_args", new Shape(two.rest(), false, CustomLibraries::pair));
        out.put(prefix + "only_unlimited_args", new Shape(Params.of().rest(), false, a -> ": " + join(a.rest())));
        out.put(
                prefix + "unlimited_args_kwargs",
                new Shape(two.rest().otherKeywords(), false, a -> pair(a) + " / " + keywords(a)));
        return out;
    }

    private static String pair(TagArgs args) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(args.get("one"));
        all.add(args.get("two"));
        all.addAll(args.rest());
        return ": " + join(all);
    }

    private static String join(List<? extends @Nullable Object> all) {
        return String.join(", ", all.stream().map(String::valueOf).toList());
    }

    private static String keywords(TagArgs args) {
        return String.join(
                ", ",
                new TreeMap<>(args.others())
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .toList());
    }

    private static String contextValue(TagArgs args) {
        return " (context value: " + args.context().get("value") + ")";
    }

    private static Library custom() {
        Library library = new Library()
                .filter("noop", Filter.of((v, a, c) -> v).optional(null))
                .filter(
                        "trim",
                        Filter.of((v, a, c) -> {
                                    String text = String.valueOf(v);
                                    return text.substring(
                                            0, Math.min(text.length(), Integer.parseInt(String.valueOf(a))));
                                })
                                .onText())
                .filter("make_data_div", v -> SafeString.format("<div data-name=\"%s\"></div>", v))
                .simpleTag("minusone", Params.of("value"), a -> number(a) - 1)
                .simpleTag("minustwo", Params.of("value"), a -> number(a) - 2)
                .simpleTag("escape_naive", Params.of(), a -> hello(a) + "!")
                .simpleTag("escape_explicit", Params.of(), a -> SafeString.of(Html.escape(hello(a) + "!")))
                .simpleTag(
                        "escape_format_html",
                        Params.of(),
                        a -> SafeString.format("Hello %s!", a.context().get("name")))
                .simpleBlockTag("escape_naive_block", Params.of(), a -> hello(a) + ": " + a.content() + "!")
                .simpleBlockTag(
                        "escape_explicit_block",
                        Params.of(),
                        a -> SafeString.of(Html.escape(hello(a) + ": " + a.content() + "!")))
                .simpleBlockTag(
                        "escape_format_html_block",
                        Params.of(),
                        a -> SafeString.format("Hello %s: %s!", a.context().get("name"), a.content()))
                .simpleBlockTag(
                        "div",
                        Params.of().optional("id", "test"),
                        a -> SafeString.format("<div id='%s'>%s</div>", a.get("id"), a.content()))
                .simpleBlockTag(
                        "div_custom_end", "divend", Params.of(), a -> SafeString.format("<div>%s</div>", a.content()))
                .tag("counter", (parser, token) -> new Node() {
                    @Override
                    public void render(Context context, Output out) {
                        out.number(context.wholeState(this, k -> new int[1])[0]++);
                    }
                });
        shapes("simple_").forEach((name, shape) -> {
            library.simpleTag(
                    name,
                    shape.params(),
                    a -> name + " - Expected result" + (shape.context() ? contextValue(a) : "")
                            + shape.report().apply(a));
            String block = name + "_block";
            boolean plain = name.equals("one_param") || name.equals("explicit_no_context");
            library.simpleBlockTag(
                    block,
                    shape.params(),
                    a -> plain
                            ? block + " - Expected result" + shape.report().apply(a) + " with content " + a.content()
                            : block + " - Expected result" + (shape.context() ? contextValue(a) : "")
                                    + " (content value: " + a.content() + ")"
                                    + shape.report().apply(a));
        });
        return library;
    }

    private static long number(TagArgs args) {
        return args.get("value") instanceof Number n ? n.longValue() : 0;
    }

    private static String hello(TagArgs args) {
        return "Hello " + args.context().get("name");
    }

    private static Library inclusion() {
        Library library = new Library();
        shapes("").forEach((name, shape) -> {
            for (String suffix : List.of("", "_from_template")) {
                String tag = "inclusion_" + name + suffix;
                library.inclusionTag(
                        "inclusion.html",
                        tag,
                        shape.params(),
                        a -> Map.of(
                                "result",
                                tag + " - Expected result" + (shape.context() ? contextValue(a) : "")
                                        + shape.report().apply(a)));
            }
        });
        return library.inclusionTag("inclusion_extends1.html", "inclusion_extends1", Params.of(), a -> Map.of())
                .inclusionTag("inclusion_extends2.html", "inclusion_extends2", Params.of(), a -> Map.of());
    }

    private static Library echo() {
        Library library = new Library().filter("upper", Filter.text(s -> s.toUpperCase(java.util.Locale.ROOT)));
        for (String name : List.of("echo", "other_echo")) {
            library.tag(name, (parser, token) -> {
                List<String> words = token.split();
                String text = String.join(" ", words.subList(1, words.size()));
                return new Node() {
                    @Override
                    public void render(Context context, Output out) {
                        out.text(text);
                    }
                };
            });
        }
        return library;
    }

    private static Library bad() {
        return new Library()
                .tag("badtag", (parser, token) -> {
                    throw new PythonObjects.PythonError("RuntimeError", "I am a bad tag");
                })
                .simpleTag("badsimpletag", Params.of(), a -> {
                    throw new PythonObjects.PythonError("RuntimeError", "I am a bad simpletag");
                });
    }

    private static Library failing() {
        return new Library().tag("badtag", (parser, token) -> {
            parser.parse("endbadtag");
            parser.skip();
            return new Node() {
                @Override
                public void render(Context context, Output out) {
                    throw new TemplateSyntaxError("error");
                }
            };
        });
    }
}
