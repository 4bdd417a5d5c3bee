package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.internal.query.Node;

/** The paths of conditions made of plain lookups. */
final class PathNames {
    private PathNames() {}

    /** The paths at the left of all lookups. */
    static List<String> of(Node.Cond condition) {
        List<String> names = new ArrayList<>();
        collect(condition, names);
        return names;
    }

    private static void collect(Node.Cond condition, List<String> into) {
        switch (condition) {
            case Node.Both both -> both.conditions().forEach(part -> collect(part, into));
            case Node.Not not -> collect(not.condition(), into);
            case Node.Lookup lookup when lookup.left() instanceof Node.Path path -> into.add(path.text());
            default -> {}
        }
    }

    /** The same condition with paths that start from one place starting from another. */
    static Node.Cond move(Node.Cond condition, String from, String to) {
        return switch (condition) {
            case Node.Both both ->
                new Node.Both(
                        both.connector(),
                        both.conditions().stream()
                                .map(part -> move(part, from, to))
                                .toList());
            case Node.Not not -> new Node.Not(move(not.condition(), from, to));
            case Node.Lookup lookup
            when lookup.left() instanceof Node.Path path ->
                new Node.Lookup(new Node.Path(move(path.text(), from, to)), lookup.lookup(), lookup.right());
            case Node.Cond other -> other;
        };
    }

    private static String move(String path, String from, String to) {
        return path.equals(from) || path.startsWith(from + "__") ? to + path.substring(from.length()) : path;
    }
}
