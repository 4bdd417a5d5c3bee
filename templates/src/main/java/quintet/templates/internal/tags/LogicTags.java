package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.Tuple;
import quintet.templates.VariableDoesNotExist;
import quintet.templates.internal.compile.Compiled;
import quintet.templates.internal.compile.Emitter;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** Tags that choose and name values: if, with, firstof, regroup. */
public final class LogicTags {
    private LogicTags() {}

    /** Adds a tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "if" -> library.tag(name, LogicTags::choose);
            case "with" -> library.tag(name, LogicTags::with);
            case "firstof" -> library.tag(name, LogicTags::firstOf);
            case "regroup" -> library.tag(name, LogicTags::regroup);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node choose(Parser parser, Token token) {
        List<Condition> conditions = new ArrayList<>();
        List<NodeList> bodies = new ArrayList<>();
        List<String> words = token.split();
        conditions.add(Condition.parse(parser, words.subList(1, words.size())));
        bodies.add(parser.parse("elif", "else", "endif"));
        Token next = parser.next();
        while (next.contents().startsWith("elif")) {
            words = next.split();
            conditions.add(Condition.parse(parser, words.subList(1, words.size())));
            bodies.add(parser.parse("elif", "else", "endif"));
            next = parser.next();
        }
        NodeList otherwise = NodeList.EMPTY;
        if (next.contents().equals("else")) {
            otherwise = parser.parse("endif");
            next = parser.next();
        }
        if (!next.contents().equals("endif")) {
            throw Tags.error("Malformed template tag at line " + next.line() + ": \"" + next.contents() + "\"");
        }
        return new IfNode(conditions.toArray(new Condition[0]), bodies.toArray(new NodeList[0]), otherwise);
    }

    private static final class IfNode extends Node implements Compiled {
        private final Condition[] conditions;
        private final NodeList[] bodies;
        private final NodeList otherwise;

        IfNode(Condition[] conditions, NodeList[] bodies, NodeList otherwise) {
            this.conditions = conditions;
            this.bodies = bodies;
            this.otherwise = otherwise.inner();
            for (NodeList body : bodies) {
                body.inner();
            }
        }

        @Override
        public void compile(Emitter to) {
            to.choose(List.of(conditions), List.of(bodies), otherwise);
        }

        @Override
        public int weight() {
            int weight = 20 + Emitter.weight(otherwise);
            for (int i = 0; i < conditions.length; i++) {
                weight += 20 + conditions[i].weight() + Emitter.weight(bodies[i]);
            }
            return weight;
        }

        @Override
        public boolean mayChangeVariables() {
            return Emitter.mayChangeVariables(children());
        }

        @Override
        public boolean keepsState() {
            for (Condition condition : conditions) {
                if (!condition.isBuiltin()) {
                    return true;
                }
            }
            return Emitter.keepsState(children());
        }

        @Override
        public void render(Context context, Output out) {
            for (int i = 0; i < conditions.length; i++) {
                if (holds(conditions[i], context)) {
                    bodies[i].render(context, out);
                    return;
                }
            }
            otherwise.render(context, out);
        }

        private static boolean holds(Condition condition, Context context) {
            try {
                return condition.test(context);
            } catch (VariableDoesNotExist e) {
                return false;
            }
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(List.of(bodies));
            all.add(otherwise);
            return all;
        }
    }

    private static Node with(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String tag = words.removeFirst();
        Map<String, Expression> values = parser.keywordsOrAs(words);
        if (values.isEmpty()) {
            throw Tags.error("'" + tag + "' expected at least one variable assignment");
        }
        if (!words.isEmpty()) {
            throw Tags.error("'" + tag + "' received an invalid token: " + Values.repr(words.getFirst()));
        }
        NodeList body = parser.parse("endwith");
        parser.skip();
        return new WithNode(values, body);
    }

    private static final class WithNode extends Node implements Compiled {
        private final Tags.Bindings values;
        private final NodeList body;

        WithNode(Map<String, Expression> values, NodeList body) {
            this.values = new Tags.Bindings(values);
            this.body = body.inner();
        }

        @Override
        public void compile(Emitter to) {
            to.scope(values, body);
        }

        @Override
        public int weight() {
            return 50 + Emitter.weight(body);
        }

        @Override
        public boolean mayChangeVariables() {
            return Emitter.mayChangeVariables(body.children());
        }

        @Override
        public boolean keepsState() {
            return !values.isBuiltin() || Emitter.keepsState(body.children());
        }

        @Override
        public void render(Context context, Output out) {
            long mark = context.push();
            values.putInto(context);
            body.render(context, out);
            context.pop(mark);
        }

        @Override
        public List<Node> children() {
            return body.children();
        }
    }

    private static Node firstOf(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        words.removeFirst();
        if (words.isEmpty()) {
            throw Tags.error("'firstof' statement requires at least one argument");
        }
        String variable = Tags.target(words);
        if (variable != null) {
            words.subList(words.size() - 2, words.size()).clear();
        }
        List<Expression> values = words.stream().map(parser::expression).toList();
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                CharSequence text = "";
                for (Expression expression : values) {
                    Object value = expression.resolve(context, true);
                    if (Values.of(context).truth(value, context)) {
                        text = printed(value, context);
                        break;
                    }
                }
                Tags.putOrWrite(variable, text, context, out);
            }
        };
    }

    /** A value as {@code {{ }}} prints it: safe where the render escapes. */
    static CharSequence printed(@Nullable Object value, Context context) {
        return Render.html(value, context);
    }

    private static Node regroup(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 6) {
            throw Tags.error("'regroup' tag takes five arguments");
        }
        Expression items = parser.expression(words.get(1));
        if (!words.get(2).equals("by")) {
            throw Tags.error("second argument to 'regroup' tag must be 'by'");
        }
        if (!words.get(4).equals("as")) {
            throw Tags.error("next-to-last argument to 'regroup' tag must be 'as'");
        }
        String name = words.get(5);
        Expression by = parser.expression(name + "." + words.get(3));
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                context.put(name, groups(context, items, name, by));
            }
        };
    }

    private static List<Object> groups(Context context, Expression items, String name, Expression by) {
        List<Object> out = new ArrayList<>();
        Object all = context.evaluated(items.resolve(context, true));
        if (all == null) {
            return out;
        }
        Compare compare = new Compare(Values.of(context));
        List<@Nullable Object> group = new ArrayList<>();
        Object last = null;
        for (Object item : Values.of(context).list(all)) {
            context.put(name, item);
            Object key = by.resolve(context, true);
            if (!group.isEmpty() && !compare.equal(key, last)) {
                out.add(result(last, group));
                group = new ArrayList<>();
            }
            if (group.isEmpty()) {
                last = key;
            }
            group.add(item);
        }
        if (!group.isEmpty()) {
            out.add(result(last, group));
        }
        return out;
    }

    private static Tuple result(@Nullable Object grouper, List<@Nullable Object> list) {
        return Tuple.named("GroupedResult", List.of("grouper", "list"), grouper, list);
    }
}
