package quintet.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What nodes keep during one render: a stack of maps, one for each template that is rendered on its own. */
final class RenderState {
    private final List<Map<Object, Object>> stack = new ArrayList<>();
    private final IdentityHashMap<Object, @Nullable Object> evaluated = new IdentityHashMap<>();
    private final Map<Object, Object> whole = new HashMap<>();
    private Map<Object, Object> top = new HashMap<>();
    private int depth;

    Map<Object, Object> top() {
        return top;
    }

    /** What lasts for the whole render, across templates. */
    Map<Object, Object> whole() {
        return whole;
    }

    void push(int maxDepth, String name) {
        enter(maxDepth, name);
        stack.add(top);
        top = new HashMap<>();
    }

    void pop() {
        leave();
        top = stack.removeLast();
    }

    void enter(int maxDepth, String name) {
        if (++depth > maxDepth) {
            depth = 0;
            throw new TemplateException("Templates are nested more than " + maxDepth + " deep at '" + name
                    + "': an include or extends that leads to itself? If not, raise the engine's maxDepth.");
        }
    }

    void leave() {
        depth--;
    }

    @Nullable
    Object evaluated(Object value, Engine engine) {
        if (evaluated.containsKey(value)) {
            return evaluated.get(value);
        }
        Object loaded = engine.evaluate(value);
        evaluated.put(value, loaded);
        if (loaded != null) {
            evaluated.put(loaded, loaded);
        }
        return loaded;
    }
}
