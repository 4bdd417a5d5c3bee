package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that a regular expression could match, with places for its groups: what a URL of it looks like. Repeated
 * parts appear as seldom as allowed, optional groups both ways, a character class as its first character, and an
 * expression with alternatives outside of groups has none, as in Django.
 */
final class RegexTemplates {
    /** Something a URL is put together from. */
    private sealed interface Piece {}

    private record Text(String text) implements Piece {}

    private record Group(String name, boolean counts) implements Piece {}

    private record Sequence(List<Piece> pieces) implements Piece {}

    private record Optional(Piece piece) implements Piece {}

    /** One character of the expression; escaped ones stand for themselves. */
    private record Mark(char c, boolean escaped) {}

    private static final Set<Character> QUANTIFIERS = Set.of('*', '?', '+', '{');

    private final List<Mark> marks;
    private int next;
    private List<Piece> result = new ArrayList<>();
    private final List<Integer> openGroups = new ArrayList<>();
    private int positional;

    private RegexTemplates(String regex) {
        marks = marks(regex);
    }

    /**
     * The templates of an expression; one without anything in it if it has alternatives.
     *
     * @throws IllegalArgumentException when it has a construct that can not be reversed
     */
    static List<Template> of(String regex) {
        RegexTemplates parser = new RegexTemplates(regex);
        if (!parser.parse()) return List.of(new Template(List.of()));
        List<List<TemplatePart>> found = flatten(new Sequence(parser.result));
        return found.stream().map(Template::new).toList();
    }

    private static List<Mark> marks(String regex) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c != '\\') {
                marks.add(new Mark(c, false));
            } else if (++i < regex.length()) {
                char shown = representative(regex.charAt(i));
                if (shown != 0) marks.add(new Mark(shown, true));
            }
        }
        return marks;
    }

    private static char representative(char escaped) {
        return switch (escaped) {
            case 'A', 'b', 'B', 'Z', 'z' -> 0;
            case 'd' -> '0';
            case 'D', 'S', 'w' -> 'x';
            case 's' -> ' ';
            case 'W' -> '!';
            default -> escaped;
        };
    }

    private boolean parse() {
        while (next < marks.size()) {
            Mark mark = marks.get(next++);
            if (mark.escaped()) {
                addText(mark.c());
            } else if (QUANTIFIERS.contains(mark.c())) {
                quantify(mark.c());
            } else {
                switch (mark.c()) {
                    case '|' -> {
                        return false;
                    }
                    case '$' -> {
                        return true;
                    }
                    case '^' -> {}
                    case ')' -> closeGroup();
                    case '[' -> characterClass();
                    case '(' -> openGroup();
                    default -> addText(mark.c());
                }
            }
        }
        return true;
    }

    private void addText(char c) {
        result.add(new Text(String.valueOf(c)));
    }

    private void closeGroup() {
        int start = openGroups.removeLast();
        List<Piece> inner = List.copyOf(result.subList(start, result.size()));
        result = new ArrayList<>(result.subList(0, start));
        result.add(new Sequence(inner));
    }

    private void characterClass() {
        addText(take().c());
        Mark mark = take();
        while (mark.escaped() || mark.c() != ']') mark = take();
    }

    private void openGroup() {
        Mark mark = take();
        if (mark.c() != '?' || mark.escaped()) {
            result.add(new Group("_" + positional++, true));
            skipGroup(mark.c() == '(' && !mark.escaped() ? 1 : 0, mark);
            return;
        }
        mark = take();
        switch (mark.c()) {
            case '!', '=', '<' -> skipGroup(0, mark);
            case ':' -> openGroups.add(result.size());
            case 'P' -> named();
            default -> throw new IllegalArgumentException("Non-reversible reg-exp portion: '(?" + mark.c() + "'");
        }
    }

    private void named() {
        char kind = take().c();
        if (kind != '<' && kind != '=')
            throw new IllegalArgumentException("Non-reversible reg-exp portion: '(?P" + kind + "'");
        char end = kind == '<' ? '>' : ')';
        StringBuilder name = new StringBuilder();
        Mark mark = take();
        while (mark.c() != end) {
            name.append(mark.c());
            mark = take();
        }
        result.add(new Group(name.toString(), kind == '<'));
        if (kind == '<') skipGroup(0, mark);
    }

    private void skipGroup(int open, Mark first) {
        int nesting = open;
        if (first.c() == ')' && !first.escaped()) return;
        while (next < marks.size()) {
            Mark mark = marks.get(next++);
            if (mark.escaped()) continue;
            if (mark.c() == '(') nesting++;
            else if (mark.c() == ')' && nesting-- == 0) return;
        }
    }

    private void quantify(char quantifier) {
        int least = quantifier == '+' ? 1 : 0;
        if (quantifier == '{') {
            StringBuilder number = new StringBuilder();
            for (Mark mark = take(); mark.c() != '}'; mark = take()) number.append(mark.c());
            String first = number.toString().split(",", -1)[0];
            least = first.isEmpty() ? 0 : Integer.parseInt(first);
        }
        if (next < marks.size() && marks.get(next).equals(new Mark('?', false))) next++;
        if (result.isEmpty()) return;
        Piece last = result.getLast();
        if (least > 0) {
            for (int i = 1; i < least; i++) result.add(last);
            return;
        }
        result.removeLast();
        if (hasGroup(last)) result.add(new Optional(last));
    }

    private static boolean hasGroup(Piece piece) {
        return switch (piece) {
            case Text text -> false;
            case Group group -> true;
            case Sequence(List<Piece> pieces) -> pieces.stream().anyMatch(RegexTemplates::hasGroup);
            case Optional(Piece inner) -> hasGroup(inner);
        };
    }

    private Mark take() {
        if (next >= marks.size()) throw new IllegalArgumentException("The regular expression ends too early");
        return marks.get(next++);
    }

    private static List<List<TemplatePart>> flatten(Piece piece) {
        return switch (piece) {
            case Text(String text) -> List.of(List.of(new TemplatePart(text, null, false)));
            case Group(String name, boolean counts) -> List.of(List.of(new TemplatePart("", name, counts)));
            case Optional(Piece inner) -> {
                List<List<TemplatePart>> both = new ArrayList<>();
                both.add(List.of());
                both.addAll(flatten(inner));
                yield both;
            }
            case Sequence(List<Piece> pieces) -> {
                List<List<TemplatePart>> all = List.of(List.of());
                for (Piece inner : pieces) all = combine(all, flatten(inner));
                yield all;
            }
        };
    }

    private static List<List<TemplatePart>> combine(List<List<TemplatePart>> heads, List<List<TemplatePart>> tails) {
        List<List<TemplatePart>> all = new ArrayList<>();
        for (List<TemplatePart> head : heads) {
            for (List<TemplatePart> tail : tails) {
                List<TemplatePart> joined = new ArrayList<>(head);
                joined.addAll(tail);
                all.add(joined);
            }
        }
        return all;
    }

    /** A text, or the place of a parameter; a back-reference is a place that asks for no value of its own. */
    record TemplatePart(String text, @Nullable String param, boolean counts) {}

    /** One form of a URL. */
    record Template(List<TemplatePart> parts) {
        /** The parameters it needs, in order. */
        List<String> params() {
            List<String> names = new ArrayList<>();
            for (TemplatePart part : parts) {
                if (part.param() != null && part.counts()) names.add(part.param());
            }
            return names;
        }
    }
}
