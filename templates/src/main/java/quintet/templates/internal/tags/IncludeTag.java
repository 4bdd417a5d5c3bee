package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.Token;
import quintet.templates.internal.compile.Compiled;
import quintet.templates.internal.compile.Emitter;
import quintet.templates.internal.load.Names;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.values.Values;

/** The include tag: another template in its place. */
@SuppressWarnings("ReferenceEquality") // epochs are compared by identity
final class IncludeTag {
    private IncludeTag() {}

    /** Compiles one use of the tag. */
    static Node compile(Parser parser, Token token) {
        List<String> words = token.split();
        String tag = words.getFirst();
        if (words.size() < 2) {
            throw Tags.error("'" + tag + "' tag takes at least one argument: the name of the template to be included.");
        }
        Map<String, Expression> with = Map.of();
        boolean only = false;
        boolean hasWith = false;
        List<String> rest = new ArrayList<>(words.subList(2, words.size()));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            if (option.equals("with") && hasWith || option.equals("only") && only) {
                throw Tags.error("The '" + option + "' option was specified more than once.");
            } else if (option.equals("with")) {
                with = parser.keywords(rest);
                hasWith = true;
                if (with.isEmpty()) {
                    throw Tags.error("\"with\" in '" + tag + "' tag needs at least one keyword argument.");
                }
            } else if (option.equals("only")) {
                only = true;
            } else {
                throw Tags.error("Unknown argument for '" + tag + "' tag: " + Values.repr(option) + ".");
            }
        }
        String name = Names.relative(parser.template().name(), words.get(1), false);
        return new IncludeNode((FilterExpression) parser.expression(name), with, only);
    }

    private static final class IncludeNode extends Node implements Compiled {
        /** Content of more code than this is called, as it would be copied into each place that includes it. */
        private static final int LARGE = 1500;

        private final FilterExpression name;
        private final Map<String, Expression> with;
        private final Tags.Bindings bindings;
        private final boolean only;
        private final boolean constant;
        private @Nullable Target last;
        private @Nullable Plan plan;
        private boolean planning;
        private boolean recursive;

        /** How the template that was found last is included by compiled code. */
        private record Plan(@Nullable Target target, boolean inline, int weight, boolean changes) {}

        /** A template found by a constant name, good as long as the engine keeps its templates. */
        private record Target(Object epoch, Template template) {}

        IncludeNode(FilterExpression name, Map<String, Expression> with, boolean only) {
            this.name = name;
            this.with = with;
            this.bindings = new Tags.Bindings(with);
            this.only = only;
            this.constant = name.isConstant();
        }

        @Override
        public void render(Context context, Output out) {
            Template template = target(context);
            if (only) {
                Map<String, @Nullable Object> values = new HashMap<>();
                with.forEach((key, value) -> values.put(key, value.resolve(context)));
                template.render(context.fresh(values), out);
                return;
            }
            long mark = context.push();
            bindings.putInto(context);
            template.render(context, out);
            context.pop(mark);
        }

        @Override
        public void compile(Emitter to) {
            Plan how = plan();
            Target target = how.target;
            if (target != null && how.inline) {
                to.include(this, target.epoch, bindings, target.template.nodes());
            } else {
                to.call(this);
            }
        }

        @Override
        public int weight() {
            return plan().weight;
        }

        @Override
        public boolean mayChangeVariables() {
            return plan().changes;
        }

        /** An included template has a render state of its own, if it needs one. */
        @Override
        public boolean keepsState() {
            return !name.isBuiltin() || !bindings.isBuiltin();
        }

        /**
         * Content may stand in for the tag if it needs no render state of its own and is small, and if nobody wants to be
         * told. Only one thread compiles at a time. A template that leads back to itself meets a plan in the making: there
         * it is called, so that the depth is counted.
         */
        private Plan plan() {
            Target target = last;
            Plan known = plan;
            if (known != null && known.target == target) {
                return known;
            }
            Plan made = new Plan(target, false, 20, true);
            if (planning) {
                recursive = true;
                return made;
            }
            planning = true;
            recursive = false;
            try {
                if (target != null && !only && !target.template.engine().isWatched()) {
                    List<Node> nodes = target.template.nodes().children();
                    int weight = Emitter.weight(target.template.nodes());
                    boolean changes = Emitter.mayChangeVariables(nodes);
                    if (weight <= LARGE && bindings.isBuiltin() && !Emitter.keepsState(nodes) && !recursive) {
                        made = new Plan(target, true, weight + 60, changes);
                    }
                }
            } finally {
                planning = false;
            }
            plan = made;
            return made;
        }

        private Template target(Context context) {
            Object epoch = constant ? context.engine().epoch() : null;
            Target known = last;
            if (known != null && known.epoch == epoch) {
                return known.template;
            }
            Template found = find(context);
            if (epoch != null) {
                last = new Target(epoch, found);
            }
            return found;
        }

        private Template find(Context context) {
            Object found = name.resolve(context);
            if (found instanceof Template template) {
                return template;
            }
            if (!Values.of(context).truth(found)) {
                throw new TemplateDoesNotExist("No template names provided", List.of());
            }
            Template here = template();
            if (found instanceof CharSequence text) {
                String from = here == null ? null : here.name();
                String name = Names.relative(from, text.toString(), false);
                // one object per render, so that state inside lasts over the rounds of a loop
                Map<String, Template> used = context.wholeState(this, k -> new HashMap<>());
                Template known = used.get(name);
                if (known == null) {
                    known = context.engine().select(List.of(name));
                    used.put(name, known);
                }
                return known;
            }
            return context.engine()
                    .select(Values.of(context).list(found).stream()
                            .map(String::valueOf)
                            .toList());
        }
    }
}
