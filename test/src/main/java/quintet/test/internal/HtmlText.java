package quintet.test.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * HTML in a form that is equal for what a browser shows alike: white space, the order of attributes and of classes, ways to
 * write a character or an attribute without a value make no difference.
 */
public final class HtmlText {
    private HtmlText() {}

    /** One line for each tag and text. */
    public static String normal(String html) {
        StringBuilder out = new StringBuilder();
        write(nodes(html), 0, out);
        return out.toString();
    }

    /** How often the needle's elements stand one after the other somewhere in the page. */
    public static int count(String needle, String html) {
        List<String> wanted = lines(nodes(needle));
        return wanted.isEmpty() ? 0 : countIn(wanted, nodes(html));
    }

    private static int countIn(List<String> wanted, List<? extends Node> siblings) {
        List<String> here = lines(siblings);
        int found = 0;
        for (int i = 0; i + wanted.size() <= here.size(); i++) {
            if (here.subList(i, i + wanted.size()).equals(wanted)) {
                found++;
            } else if (wanted.size() == 1 && isText(wanted.getFirst()) && isText(here.get(i))) {
                found += occurrences(wanted.getFirst().strip(), here.get(i));
            }
        }
        for (Node node : siblings) {
            found += countIn(wanted, node.childNodes());
        }
        return found;
    }

    private static boolean isText(String line) {
        return !line.startsWith("<");
    }

    private static int occurrences(String part, String text) {
        int found = 0;
        for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + part.length())) {
            found++;
        }
        return found;
    }

    private static List<Node> nodes(String html) {
        String start = html.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return new ArrayList<>(Jsoup.parse(html).childNodes());
        }
        // A template's content may begin with any element, such as a table row.
        return Parser.parseFragment(html, new Element("template"), "");
    }

    private static List<String> lines(List<? extends Node> nodes) {
        List<String> lines = new ArrayList<>();
        for (Node node : nodes) {
            StringBuilder out = new StringBuilder();
            write(List.of(node), 0, out);
            if (!out.isEmpty()) {
                lines.add(out.toString());
            }
        }
        return lines;
    }

    private static void write(List<? extends Node> nodes, int depth, StringBuilder out) {
        for (Node node : nodes) {
            switch (node) {
                case TextNode text -> line(text.getWholeText().strip().replaceAll("\\s+", " "), depth, out);
                case DataNode data -> line(data.getWholeData().strip(), depth, out);
                case Element element -> {
                    line("<" + element.normalName() + attributes(element) + ">", depth, out);
                    write(element.childNodes(), depth + 1, out);
                    if (!element.tag().isSelfClosing()) {
                        line("</" + element.normalName() + ">", depth, out);
                    }
                }
                default -> {
                    // Comments and the like are not seen.
                }
            }
        }
    }

    private static void line(String text, int depth, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("  ".repeat(depth)).append(text).append('\n');
        }
    }

    private static String attributes(Element element) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            if (name.equals("class")) {
                value = String.join(
                        " ", new TreeSet<>(Arrays.asList(value.strip().split("\\s+"))));
            } else if (!attribute.hasDeclaredValue()) {
                value = name;
            }
            sorted.put(name, value);
        }
        StringBuilder out = new StringBuilder();
        sorted.forEach((name, value) ->
                out.append(' ').append(name).append("=\"").append(value).append('"'));
        return out.toString();
    }
}
