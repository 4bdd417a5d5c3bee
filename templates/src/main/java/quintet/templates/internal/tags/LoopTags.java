package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.compile.Compiled;
import quintet.templates.internal.compile.Emitter;
import quintet.templates.internal.values.ForLoop;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Values;

/** The tag for, and those around loops. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class LoopTags {
    private LoopTags() {}

    /** Adds a tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "for" -> library.tag(name, LoopTags::loop);
            case "cycle" -> library.tag(name, CycleTags::cycle);
            case "resetcycle" -> library.tag(name, CycleTags::resetCycle);
            case "ifchanged" -> library.tag(name, IfChangedTag::compile);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node loop(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() < 4) {
            throw Tags.error("'for' statements should have at least four words: " + token.contents());
        }
        boolean reversed = words.getLast().equals("reversed");
        int in = words.size() - (reversed ? 3 : 2);
        if (!words.get(in).equals("in")) {
            throw Tags.error("'for' statements should use the format 'for x in y': " + token.contents());
        }
        String[] names = names(String.join(" ", words.subList(1, in)));
        if (names.length == 0) {
            throw Tags.error("'for' tag received an invalid argument: " + token.contents());
        }
        Expression sequence = parser.expression(words.get(in + 1));
        NodeList body = parser.parse("empty", "endfor");
        NodeList empty = NodeList.EMPTY;
        if (parser.next().contents().equals("empty")) {
            empty = parser.parse("endfor");
            parser.skip();
        }
        return names.length == 1
                ? new SingleForNode(names, sequence, reversed, body.inner(), empty.inner())
                : new ForNode(names, sequence, reversed, body, empty);
    }

    /** The names between commas; none if one of them can be no name. */
    private static String[] names(String text) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                String name = trimmed(text, start, i);
                if (name.isEmpty()) {
                    return new String[0];
                }
                for (int k = 0; k < name.length(); k++) {
                    if (" \"'|".indexOf(name.charAt(k)) >= 0) {
                        return new String[0];
                    }
                }
                names.add(name.intern());
                start = i + 1;
            }
        }
        return names.toArray(new String[0]);
    }

    /** Without the spaces at commas; those at the ends of the whole text are part of a name. */
    private static String trimmed(String text, int from, int until) {
        int start = from;
        int end = until;
        while (from > 0 && start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (until < text.length() && end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static class ForNode extends Node {
        private final String[] names;
        private final Expression sequence;
        private final boolean reversed;
        private final NodeList body;
        private final NodeList empty;

        ForNode(String[] names, Expression sequence, boolean reversed, NodeList body, NodeList empty) {
            this.names = names;
            this.sequence = sequence;
            this.reversed = reversed;
            this.body = body;
            this.empty = empty;
        }

        @Override
        public void render(Context context, Output out) {
            Object parent = context.lookup("forloop");
            long mark = context.push();
            List<?> items = elements(context);
            if (items.isEmpty()) {
                empty.render(context, out);
            } else {
                ForLoop loop = new ForLoop(parent == Context.MISSING ? Map.of() : parent, items.size());
                context.put("forloop", loop);
                if (names.length == 1) {
                    single(items, loop, context, out);
                } else {
                    int round = 0;
                    for (Object item : items) {
                        loop.round(round++);
                        unpacked(item, context, out);
                    }
                }
            }
            context.pop(mark);
        }

        private void single(List<?> items, ForLoop loop, Context context, Output out) {
            int place = context.declare(names[0], null);
            int round = 0;
            for (Object item : items) {
                loop.round(round++);
                context.set(place, Values.unwrap(item));
                body.render(context, out);
            }
        }

        /** The elements of this render. */
        final List<?> elements(Context context) {
            Object value = context.evaluated(sequence.resolve(context, true));
            if (value == null) {
                return List.of();
            }
            Values values = Values.of(context);
            List<?> list = values.list(value);
            if (!reversed) {
                return list;
            }
            if (values.kind(value) == Kind.SET) {
                throw EvaluationError.type("'set' object is not reversible");
            }
            List<Object> copy = new ArrayList<>(list);
            Collections.reverse(copy);
            return copy;
        }

        private void unpacked(@Nullable Object item, Context context, Output out) {
            Values values = Values.of(context);
            int length = values.length(item);
            length = length < 0 ? 1 : length;
            if (length != names.length) {
                throw EvaluationError.value(
                        "Need " + names.length + " values to unpack in for loop; got " + length + ". ");
            }
            long mark = context.push();
            Iterator<?> parts = values.iterate(item);
            for (String name : names) {
                context.put(name, parts.hasNext() ? Values.unwrap(parts.next()) : null);
            }
            body.render(context, out);
            context.pop(mark);
        }

        @Override
        public final List<Node> children() {
            return List.of(body, empty);
        }
    }

    /** A loop over one variable, for which there is code. */
    private static final class SingleForNode extends ForNode implements Compiled, Emitter.LoopSource {
        private final String name;
        private final Expression sequence;
        private final NodeList body;
        private final NodeList empty;

        SingleForNode(String[] names, Expression sequence, boolean reversed, NodeList body, NodeList empty) {
            super(names, sequence, reversed, body, empty);
            this.name = names[0];
            this.sequence = sequence;
            this.body = body;
            this.empty = empty;
        }

        @Override
        public List<?> items(Context context) {
            return elements(context);
        }

        @Override
        public void compile(Emitter to) {
            to.loop(this, name, body, empty);
        }

        @Override
        public int weight() {
            return 150 + Emitter.weight(body) + Emitter.weight(empty);
        }

        @Override
        public boolean mayChangeVariables() {
            return Emitter.mayChangeVariables(children());
        }

        @Override
        public boolean keepsState() {
            return !Tags.isBuiltin(sequence) || Emitter.keepsState(children());
        }
    }
}
