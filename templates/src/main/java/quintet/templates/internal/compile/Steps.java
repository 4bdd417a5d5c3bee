package quintet.templates.internal.compile;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.VariableDoesNotExist;
import quintet.templates.internal.values.ForLoop;
import quintet.templates.internal.values.Lookup;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** What compiled code calls. */
@SuppressWarnings("ReferenceEquality") // a sentinel is compared by identity
final class Steps {
    private Steps() {}

    /** Writes what stands for a value whose reading failed silently; other failures are thrown on. */
    static void silenced(RuntimeException e, Context context, Output out) {
        Render.write(Lookup.silenced(e, context), context, out);
    }

    /** Notes the place of a failure: the innermost node first. */
    static RuntimeException located(RuntimeException e, Node[][] places, int at, Context context) {
        Node[] path = places[at];
        for (int i = path.length - 1; i >= 0; i--) {
            context.located(e, path[i]);
        }
        return e;
    }

    /** The variable {@code forloop} of a loop that begins, put into the innermost scope. */
    static ForLoop begin(@Nullable Object parent, List<?> items, Context context) {
        ForLoop loop = new ForLoop(parent == Context.MISSING ? Map.of() : parent, items.size());
        context.put("forloop", loop);
        return loop;
    }

    /** The next element, set as the loop's variable. */
    static @Nullable Object next(Iterator<?> items, ForLoop loop, int round, Context context, int place) {
        Object item = Values.unwrap(items.next());
        loop.round(round);
        context.set(place, item);
        return item;
    }

    /** Whether a condition holds; not if it needs a variable that is not there. */
    static boolean holds(Test condition, Context context) {
        try {
            return condition.test(context);
        } catch (VariableDoesNotExist e) {
            return false;
        }
    }

    /** Whether the engine still keeps the templates it kept then. */
    static boolean holds(Object epoch, Context context) {
        return context.engine().epoch() == epoch;
    }

    /** Whether the value of an if tag counts as true. */
    static boolean truth(@Nullable Object value, Context context) {
        return Values.of(context).truth(value, context);
    }
}
