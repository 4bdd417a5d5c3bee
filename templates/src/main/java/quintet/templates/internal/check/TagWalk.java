package quintet.templates.internal.check;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.Library;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.Token;
import quintet.templates.TypeGuide;
import quintet.templates.internal.load.Names;
import quintet.templates.internal.parse.Variable;

/** What the built-in tags name and define. */
final class TagWalk {
    private static final Type UNKNOWN = TypeGuide.UNKNOWN;
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "in", "is", "==", "!=", "<", ">", "<=", ">=");
    /** Built-in tags whose words after the name are expressions, perhaps with a name and an equals sign in front. */
    private static final Set<String> OF_EXPRESSIONS =
            Set.of("firstof", "ifchanged", "widthratio", "querystring", "language", "localtime", "timezone", "cycle");

    private final Walk walk;
    private final Scopes scopes;

    TagWalk(Walk walk) {
        this.walk = walk;
        this.scopes = walk.scopes();
    }

    void tag(Token token, String tag, List<String> words) {
        int line = token.line();
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        switch (tag) {
            case "load" -> load(rest);
            case "if", "elif" ->
                rest.stream().filter(w -> !OPERATORS.contains(w)).forEach(w -> walk.type(w, line));
            case "for" -> loop(rest, line);
            case "empty" -> {
                scopes.pop("endfor");
                scopes.push("endfor", false);
            }
            case "with" -> {
                List<Pair> pairs = pairs(rest, line);
                scopes.push("endwith", false);
                pairs.forEach(pair -> scopes.put(pair.name(), pair.type()));
            }
            case "blocktranslate", "blocktrans" -> translateBlock(tag, rest, line);
            case "include" -> include(rest, line);
            case "extends" -> parent(rest, line);
            case "block" -> {
                scopes.push("endblock", false);
                scopes.put("block", UNKNOWN);
            }
            case "url" -> url(rest, line);
            case "static" -> file(rest, line);
            case "partial" -> partial(rest, line);
            case "regroup" -> regroup(rest, line);
            case "cache" -> rest.stream().limit(1).forEach(w -> walk.type(w, line));
            case "filter" -> walk.type("var|" + String.join(" ", rest), line);
            default -> other(tag, rest, line);
        }
    }

    private void other(String tag, List<String> rest, int line) {
        if (tag.startsWith("end")) {
            scopes.pop(tag);
            return;
        }
        String target = target(rest);
        if (walk.isFunction(tag)) {
            expressions(rest, line);
            if (walk.hasTag("end" + tag)) {
                scopes.push("end" + tag, false);
            }
        } else if (OF_EXPRESSIONS.contains(tag)) {
            expressions(rest, line);
        } else if (walk.hasTag("end" + tag) && isCustom(tag)) {
            // a tag of someone's own may add variables for its content
            scopes.push("end" + tag, true);
        }
        if (target != null) {
            scopes.put(target, UNKNOWN);
        }
    }

    private boolean isCustom(String tag) {
        return walk.engine().builtins().stream()
                .limit(2)
                .noneMatch(library -> library.tags().containsKey(tag));
    }

    /** The variable of {@code as name}; those words are taken off. */
    private static @Nullable String target(List<String> rest) {
        int n = rest.size();
        int as = n >= 2 && rest.get(n - 2).equals("as")
                ? n - 2
                : n >= 3 && rest.get(n - 3).equals("as") && rest.get(n - 1).equals("silent") ? n - 3 : -1;
        if (as < 0) {
            return null;
        }
        String name = rest.get(as + 1);
        rest.subList(as, n).clear();
        return name;
    }

    private void expressions(List<String> words, int line) {
        words.forEach(word -> walk.type(word.replaceFirst("^\\w+=", ""), line));
    }

    private void load(List<String> words) {
        int from = words.indexOf("from");
        for (String name : from < 0 ? words : words.subList(from + 1, words.size())) {
            try {
                Library library = walk.engine().library(name);
                walk.load(library);
            } catch (TemplateSyntaxError e) {
                // compiling the template says that there is no such library
            }
        }
    }

    /** A variable a tag defines. */
    private record Pair(String name, Type type) {}

    /** Takes {@code name=value} words, or {@code value as name and value as name}, from the front. */
    private List<Pair> pairs(List<String> words, int line) {
        List<Pair> out = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.getFirst();
            if (word.matches("(?s)\\w+=.+")) {
                int equals = word.indexOf('=');
                out.add(new Pair(word.substring(0, equals), walk.type(word.substring(equals + 1), line)));
                words.removeFirst();
            } else if (words.size() >= 3 && words.get(1).equals("as")) {
                out.add(new Pair(words.get(2), walk.type(word, line)));
                words.subList(0, 3).clear();
                if (!words.isEmpty() && words.getFirst().equals("and")) {
                    words.removeFirst();
                }
            } else {
                break;
            }
        }
        return out;
    }

    private void translateBlock(String tag, List<String> words, int line) {
        List<Pair> all = new ArrayList<>();
        String target = null;
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (option.equals("asvar") && !words.isEmpty()) {
                target = words.removeFirst();
            } else if (option.equals("context") && !words.isEmpty()) {
                walk.type(words.removeFirst(), line);
            } else if (option.equals("with") || option.equals("count")) {
                all.addAll(pairs(words, line));
            }
        }
        if (target != null) {
            scopes.put(target, UNKNOWN);
        }
        scopes.push("end" + tag, false);
        all.forEach(pair -> scopes.put(pair.name(), pair.type()));
    }

    private void loop(List<String> words, int line) {
        if (!words.isEmpty() && words.getLast().equals("reversed")) {
            words.removeLast();
        }
        int in = words.size() - 2;
        if (in < 1 || !words.get(in).equals("in")) {
            return;
        }
        Type element = walk.types().element(walk.type(words.getLast(), line));
        String[] names = String.join(" ", words.subList(0, in)).split("\\s*,\\s*", -1);
        scopes.push("endfor", false);
        scopes.put("forloop", UNKNOWN);
        if (names.length == 1) {
            scopes.put(names[0], walk.types().value(element));
            return;
        }
        List<Type> parts = walk.types().parts(element, names.length);
        for (int i = 0; i < names.length; i++) {
            scopes.put(names[i], walk.types().value(parts.get(i)));
        }
    }

    private void regroup(List<String> words, int line) {
        if (words.size() != 5) {
            return;
        }
        Type element = walk.types().element(walk.type(words.get(0), line));
        scopes.push("regrouped", false);
        scopes.put(words.get(4), walk.types().value(element));
        walk.type(words.get(4) + "." + words.get(2), line);
        scopes.pop("regrouped");
        scopes.put(words.get(4), UNKNOWN);
    }

    private void include(List<String> words, int line) {
        if (words.isEmpty()) {
            return;
        }
        refers("include", words.removeFirst(), line);
        if (!words.isEmpty() && words.getFirst().equals("with")) {
            words.removeFirst();
            pairs(words, line);
        }
    }

    /** The full name of a template that a tag names by a constant, if it is there. */
    private @Nullable String refers(String tag, String word, int line) {
        String constant = Variable.literal(word);
        if (constant == null) {
            walk.type(word, line);
            return null;
        }
        String name;
        try {
            name = Names.relative(walk.origin().templateName(), constant, false);
        } catch (TemplateSyntaxError e) {
            return null; // compiling the template says it
        }
        if (!walk.known().hasTemplate(name)) {
            walk.findings()
                    .missing(
                            line,
                            "There is no template '" + name + "' for {% " + tag + " %}.",
                            name,
                            walk.known().templates());
            return null;
        }
        return name;
    }

    private void parent(List<String> words, int line) {
        String name = words.isEmpty() ? null : refers("extends", words.getFirst(), line);
        Set<String> blocks = name == null ? null : walk.known().inherited(name, walk.origin());
        if (blocks == null) {
            return;
        }
        for (Token block : walk.outline().outer()) {
            List<String> parts = block.split();
            if (parts.size() > 1 && !blocks.contains(parts.get(1))) {
                walk.findings()
                        .missing(
                                block.line(),
                                "Block '" + parts.get(1) + "' is in no template that this one extends, so it is never "
                                        + "shown.",
                                parts.get(1),
                                blocks);
            }
        }
    }

    private void partial(List<String> words, int line) {
        Set<String> partials = walk.outline().partials();
        if (words.size() == 1 && !partials.contains(words.getFirst())) {
            walk.findings()
                    .missing(
                            line,
                            "This template defines no partial '" + words.getFirst() + "'.",
                            words.getFirst(),
                            partials);
        }
    }

    private void url(List<String> words, int line) {
        String target = target(words);
        if (target != null) {
            scopes.put(target, UNKNOWN);
        }
        if (words.isEmpty()) {
            return;
        }
        String name = Variable.literal(words.getFirst());
        Collection<String> routes = walk.known().routes();
        if (name != null && routes != null && !walk.engine().urls().knows(name)) {
            walk.findings().missing(line, "There is no route '" + name + "'.", name, routes);
        }
        expressions(words, line);
    }

    private void file(List<String> words, int line) {
        String target = target(words);
        if (target != null) {
            scopes.put(target, UNKNOWN);
        }
        String name = words.isEmpty() ? null : Variable.literal(words.getFirst());
        Collection<String> files = walk.known().files();
        if (name == null || files == null) {
            expressions(words, line);
            return;
        }
        String path = name.replaceFirst("[?#].*", "");
        if (!path.endsWith("/") && !files.contains(path)) {
            walk.findings().missing(line, "There is no static file '" + path + "'.", path, files);
        }
    }
}
