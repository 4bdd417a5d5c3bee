package quintet.templates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nodes keep during one render: a stack of maps, one for each template that is rendered on its own. They are
 * made when the first thing is kept, as most templates keep nothing.
 */
@SuppressWarnings("ReferenceEquality") // keys are mostly nodes, and the same objects
final class RenderState {
    private Kept[] stack = new Kept[4];
    private int level;
    private @Nullable Kept top;
    private @Nullable IdentityHashMap<Object, @Nullable Object> evaluated;
    private @Nullable Map<Object, Object> whole;
    private int depth;

    /** What nodes keep for one template: an array while it is little, which is searched faster than a map. */
    private static final class Kept {
        private static final int FEW = 8;

        private Object[] entries = new Object[4];
        private int size;
        private @Nullable Map<Object, Object> many;

        @Nullable
        Object get(Object key) {
            if (many != null) {
                return many.get(key);
            }
            for (int i = 0; i < size; i += 2) {
                if (entries[i] == key || entries[i].equals(key)) {
                    return entries[i + 1];
                }
            }
            return null;
        }

        void add(Object key, Object value) {
            if (many == null && size < 2 * FEW) {
                if (size == entries.length) {
                    entries = Arrays.copyOf(entries, size * 2);
                }
                entries[size] = key;
                entries[size + 1] = value;
                size += 2;
                return;
            }
            Map<Object, Object> map = many;
            if (map == null) {
                map = new HashMap<>();
                for (int i = 0; i < size; i += 2) {
                    map.put(entries[i], entries[i + 1]);
                }
                many = map;
            }
            map.put(key, value);
        }
    }

    /** What a node keeps for the template that is rendered now; null if nothing. */
    @Nullable
    Object get(Object key) {
        Kept kept = top;
        return kept == null ? null : kept.get(key);
    }

    /** Keeps something under a key that has nothing yet. */
    void add(Object key, Object value) {
        Kept kept = top;
        if (kept == null) {
            kept = new Kept();
            top = kept;
        }
        kept.add(key, value);
    }

    /** What lasts for the whole render, across templates. */
    <K> Object whole(K key, Function<? super K, ?> make) {
        Map<Object, Object> map = whole;
        if (map == null) {
            map = new HashMap<>();
            whole = map;
        }
        Object found = map.get(key);
        if (found == null) {
            found = make.apply(key);
            map.put(key, found);
        }
        return found;
    }

    void push(int maxDepth, Template template) {
        enter(maxDepth, template);
        if (level == stack.length) {
            stack = Arrays.copyOf(stack, level * 2);
        }
        stack[level++] = top;
        top = null;
    }

    void pop() {
        leave();
        top = stack[--level];
        stack[level] = null;
    }

    void enter(int maxDepth, Template template) {
        if (++depth > maxDepth) {
            depth = 0;
            throw new TemplateException("Templates are nested more than " + maxDepth + " deep at '" + template.origin()
                    + "': an include or extends that leads to itself? If not, raise the engine's maxDepth.");
        }
    }

    void leave() {
        depth--;
    }

    @Nullable
    Object evaluated(Object value, Engine engine) {
        IdentityHashMap<Object, @Nullable Object> map = evaluated;
        if (map == null) {
            map = new IdentityHashMap<>(8);
            evaluated = map;
        }
        Object known = map.get(value);
        if (known != null || map.containsKey(value)) {
            return known;
        }
        Object loaded = engine.evaluate(value);
        map.put(value, loaded);
        if (loaded != null) {
            map.put(loaded, loaded);
        }
        return loaded;
    }
}
