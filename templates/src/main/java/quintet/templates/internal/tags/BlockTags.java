package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Origin;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.Template;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.Token;
import quintet.templates.internal.Standard;
import quintet.templates.internal.load.Names;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.parse.Nodes;
import quintet.templates.internal.values.Values;

/** Tags that put templates together: block, extends, include, partialdef, partial. */
@SuppressWarnings("ReferenceEquality") // an epoch is compared by identity
public final class BlockTags {
    private static final String LOADED = "block.names";

    private BlockTags() {}

    /** Adds a tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "block" -> library.tag(name, BlockTags::block);
            case "extends" -> library.tag(name, BlockTags::extend);
            case "include" -> library.tag(name, IncludeTag::compile);
            case "partialdef" -> library.tag(name, BlockTags::partialDef);
            case "partial" -> library.tag(name, BlockTags::partial);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node block(Parser parser, Token token) {
        List<String> words = new ArrayList<>(quintet.templates.internal.parse.Chars.words(token.contents()));
        if (words.size() != 2) {
            throw Tags.error("'" + words.getFirst() + "' tag takes only one argument");
        }
        String name = words.get(1);
        @SuppressWarnings("unchecked")
        Set<String> loaded = (Set<String>) parser.data().computeIfAbsent(LOADED, k -> new HashSet<String>());
        if (!loaded.add(name)) {
            throw Tags.error("'block' tag with name '" + name + "' appears more than once");
        }
        NodeList body = parser.parse("endblock");
        Token end = parser.next();
        if (!end.contents().equals("endblock") && !end.contents().equals("endblock " + name)) {
            throw parser.unexpected(end, "endblock", "endblock", "endblock " + name);
        }
        return new BlockNode(name, body);
    }

    /** A block, and the variable {@code block} inside it. */
    static final class BlockNode extends Node {
        private final String name;
        private final NodeList body;

        BlockNode(String name, NodeList body) {
            this.name = name;
            this.body = body;
        }

        @Override
        public void render(Context context, Output out) {
            Inheritance blocks = Inheritance.in(context);
            long mark = context.push();
            if (blocks == null) {
                context.put("block", new Current(this, null));
                body.render(context, out);
            } else {
                int before = blocks.depth();
                BlockNode taken = blocks.enter(name);
                BlockNode shown = taken == null ? this : taken;
                context.put("block", new Current(shown, context));
                shown.body.render(context, out);
                blocks.leave(before);
            }
            context.pop(mark);
        }

        /** The block's name. */
        String name() {
            return name;
        }

        @Override
        public List<Node> children() {
            return body.children();
        }
    }

    /** The variable {@code block}: its name and, as {@code super}, the block of the parent template. */
    public static final class Current {
        private final BlockNode node;
        private final @Nullable Context context;

        Current(BlockNode node, @Nullable Context context) {
            this.node = node;
            this.context = context;
        }

        /** The block's name. */
        public String name() {
            return node.name;
        }

        /** The parent's block, rendered. */
        public SafeString getSuper() {
            if (context == null) {
                throw new TemplateSyntaxError("'BlockNode' object has no attribute 'context'. "
                        + "Did you use {{ block.super }} in a base template?");
            }
            Inheritance blocks = Inheritance.in(context);
            if (blocks == null || !blocks.has(node.name)) {
                return SafeString.EMPTY;
            }
            Output out = new Output(256, context.engine().maxOutput());
            node.render(context, out);
            return SafeString.of(out.toString());
        }

        @Override
        public String toString() {
            return "<Block Node: " + node.name + ">";
        }
    }

    private static Node extend(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 2) {
            throw Tags.error("'" + words.getFirst() + "' takes one argument");
        }
        Expression parent = parser.expression(Names.relative(parser.template().name(), words.get(1), false));
        NodeList body = parser.parse();
        if (hasExtends(body)) {
            throw Tags.error("'" + words.getFirst() + "' cannot appear more than once in the same template");
        }
        return new ExtendsNode((FilterExpression) parent, body);
    }

    private static boolean hasExtends(Node node) {
        for (Node child : node.children()) {
            if (child instanceof ExtendsNode || hasExtends(child)) {
                return true;
            }
        }
        return false;
    }

    /** A template that fills the blocks of another one. */
    static final class ExtendsNode extends Node implements Nodes.First {
        private final FilterExpression parent;
        private final NodeList body;
        private final Map<String, BlockNode> blocks;
        private Inheritance.@Nullable Step last;

        ExtendsNode(FilterExpression parent, NodeList body) {
            this.parent = parent;
            this.body = body;
            this.blocks = Inheritance.blocksIn(body);
        }

        @Override
        public void render(Context context, Output out) {
            parent(context).renderWithin(context, out);
        }

        private Template parent(Context context) {
            Object found = parent.resolve(context);
            if (!Values.of(context).truth(found)) {
                String message = "Invalid template name in 'extends' tag: "
                        + Values.of(context).reprOf(found) + ".";
                if (parent.hasFilters() || !parent.variable().isText()) {
                    message += " Got this from the '" + parent.source() + "' variable.";
                }
                throw new TemplateSyntaxError(message);
            }
            Inheritance state = Inheritance.of(context);
            if (found instanceof Template template) {
                state.add(blocks, template);
                return template;
            }
            if (!(found instanceof CharSequence)) {
                throw EvaluationError.type(
                        "unhashable type: '" + Values.of(context).typeName(found) + "'");
            }
            return named(found.toString(), state, context.engine());
        }

        /** The parent of a name, as it was found the time before if that still holds. */
        private Template named(String name, Inheritance state, Engine engine) {
            Object epoch = engine.epoch();
            Inheritance.Step step = last;
            if (step == null || !state.fits(step, epoch, name)) {
                List<Origin> used = new ArrayList<>(state.history(template()));
                Template loaded = engine.get(name, used);
                used.add(loaded.origin());
                step = state.step(epoch, name, blocks, loaded, used);
                last = step;
            }
            state.go(step);
            return step.parent();
        }

        @Override
        public List<Node> children() {
            return body.children();
        }
    }

    private static Node partialDef(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() == 1) {
            throw Tags.error("'partialdef' tag requires a name");
        }
        if (words.size() > 3) {
            throw Tags.error("'partialdef' tag takes at most 2 arguments");
        }
        if (words.size() == 3 && !words.get(2).equals("inline")) {
            throw Tags.error("The 'inline' argument does not have any parameters; "
                    + "either use 'inline' or remove it completely.");
        }
        String name = words.get(1);
        NodeList body = parser.parse("endpartialdef");
        Token end = parser.next();
        if (!end.contents().equals("endpartialdef") && !end.contents().equals("endpartialdef " + name)) {
            throw parser.unexpected(end, "endpartialdef", "endpartialdef", "endpartialdef " + name);
        }
        @SuppressWarnings("unchecked")
        Map<String, NodeList> partials = (Map<String, NodeList>)
                parser.extraData().computeIfAbsent(Standard.PARTIALS, k -> new LinkedHashMap<String, NodeList>());
        if (partials.putIfAbsent(name, body) != null) {
            throw Tags.error("Partial '" + name + "' is already defined in the '"
                    + parser.template().origin().name() + "' template.");
        }
        return new PartialDefNode(body, words.size() == 3);
    }

    private static final class PartialDefNode extends Node {
        private final NodeList body;
        private final boolean inline;

        PartialDefNode(NodeList body, boolean inline) {
            this.body = body;
            this.inline = inline;
        }

        @Override
        public void render(Context context, Output out) {
            if (inline) {
                body.render(context, out);
            }
        }

        @Override
        public List<Node> children() {
            return body.children();
        }
    }

    private static Node partial(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 2) {
            throw Tags.error("'partial' tag requires a single argument");
        }
        String name = words.get(1);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                Template here = template();
                Template part = here == null ? null : here.partial(name);
                if (part == null) {
                    throw new TemplateSyntaxError("Partial '" + name + "' is not defined in the current template.");
                }
                part.render(context, out);
            }
        };
    }
}
