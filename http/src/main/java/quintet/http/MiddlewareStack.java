package quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import quintet.core.Site;

/**
 * The middleware of a site while it is put together, outermost first. Each app
 * with {@link HasMiddleware} and at last {@link Project#middleware} may change it.
 */
public final class MiddlewareStack {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One middleware.
     *
     * @param type its class, which names it
     * @param factory makes it when the site opens; may throw {@link MiddlewareNotUsed}
     */
    public record Entry(Class<? extends Middleware> type, Function<Site, ? extends Middleware> factory) {}

    /** Adds a middleware as the innermost. */
    public <M extends Middleware> MiddlewareStack add(Class<M> type, Function<Site, ? extends M> factory) {
        return insert(entries.size(), type, factory);
    }

    /** Adds a middleware as the outermost. */
    public <M extends Middleware> MiddlewareStack addFirst(Class<M> type, Function<Site, ? extends M> factory) {
        return insert(0, type, factory);
    }

    /** Adds a middleware just outside of another. */
    public <M extends Middleware> MiddlewareStack addBefore(
            Class<? extends Middleware> other, Class<M> type, Function<Site, ? extends M> factory) {
        return insert(indexOf(other), type, factory);
    }

    /** Adds a middleware just inside of another. */
    public <M extends Middleware> MiddlewareStack addAfter(
            Class<? extends Middleware> other, Class<M> type, Function<Site, ? extends M> factory) {
        return insert(indexOf(other) + 1, type, factory);
    }

    /** Takes a middleware out. */
    public MiddlewareStack remove(Class<? extends Middleware> type) {
        entries.remove(indexOf(type));
        return this;
    }

    /** Takes all out. */
    public MiddlewareStack clear() {
        entries.clear();
        return this;
    }

    /** Whether this middleware is in. */
    public boolean contains(Class<? extends Middleware> type) {
        return entries.stream().anyMatch(entry -> entry.type() == type);
    }

    /** What is in now, outermost first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private <M extends Middleware> MiddlewareStack insert(
            int index, Class<M> type, Function<Site, ? extends M> factory) {
        if (contains(type)) {
            throw new IllegalArgumentException(type.getSimpleName()
                    + " is in the middleware already; remove it before adding it at another place.");
        }
        entries.add(index, new Entry(type, factory));
        return this;
    }

    private int indexOf(Class<? extends Middleware> type) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).type() == type) return i;
        }
        throw new IllegalArgumentException(type.getSimpleName() + " is not in the middleware, which has "
                + entries.stream().map(entry -> entry.type().getSimpleName()).toList() + ".");
    }
}
