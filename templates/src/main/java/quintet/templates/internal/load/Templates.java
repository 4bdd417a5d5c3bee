package quintet.templates.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import quintet.templates.Loader;
import quintet.templates.Origin;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.TemplateDoesNotExist.Tried;

/** Finds, compiles and keeps the templates of an engine. */
public final class Templates {
    private final List<Loader> loaders;
    private final BiFunction<Origin, String, Template> compiler;
    private final boolean cached;
    private volatile Object epoch = new Object();
    private final Map<String, Template> byName = new ConcurrentHashMap<>();
    private final Map<Origin, Template> byOrigin = new ConcurrentHashMap<>();

    /** Templates of some loaders. */
    public Templates(List<Loader> loaders, boolean cached, BiFunction<Origin, String, Template> compiler) {
        this.loaders = List.copyOf(loaders);
        this.cached = cached;
        this.compiler = compiler;
    }

    /** Another object after each {@link #clear}; null where nothing is kept. */
    public @Nullable Object epoch() {
        return cached ? epoch : null;
    }

    /** Forgets what was compiled. */
    public void clear() {
        epoch = new Object();
        byName.clear();
        byOrigin.clear();
    }

    /** A template by its name. */
    public Template get(String name) {
        Template kept = byName.get(name);
        if (kept != null) {
            return kept;
        }
        Template found = get(name, List.of());
        if (cached) {
            Template first = byName.putIfAbsent(name, found);
            return first == null ? found : first;
        }
        return found;
    }

    /** A template by its name from a place that is not to be skipped. */
    public Template get(String name, Collection<Origin> skip) {
        List<Tried> tried = new ArrayList<>();
        for (Loader loader : loaders) {
            for (Origin origin : loader.origins(name)) {
                if (skip.contains(origin)) {
                    tried.add(new Tried(origin, "Skipped to avoid recursion"));
                    continue;
                }
                Template found = at(loader, origin);
                if (found != null) {
                    return found;
                }
                tried.add(new Tried(origin, "Source does not exist"));
            }
        }
        throw new TemplateDoesNotExist(name, tried);
    }

    private @Nullable Template at(Loader loader, Origin origin) {
        Template kept = byOrigin.get(origin);
        if (kept != null) {
            return kept;
        }
        String source = loader.read(origin);
        if (source == null) {
            return null;
        }
        Template compiled = compiler.apply(origin, source);
        if (!cached) {
            return compiled;
        }
        Template first = byOrigin.putIfAbsent(origin, compiled);
        return first == null ? compiled : first;
    }
}
