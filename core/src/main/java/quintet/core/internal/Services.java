package quintet.core.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.ConfigurationException;
import quintet.core.ImproperlyConfigured;
import quintet.core.Site;

/** The services of one site: all made while the site opens, on one thread, each when first asked for. */
public final class Services {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.site");

    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    private final Map<Class<?>, Function<Site, ?>> factories = new HashMap<>();
    private final Set<Class<?>> inProgress = new LinkedHashSet<>();
    private final List<AutoCloseable> closing;
    private @Nullable Site site;

    /**
     * Creates an empty set.
     *
     * @param closing what to close besides the services
     */
    public Services(List<AutoCloseable> closing) {
        this.closing = new ArrayList<>(closing);
    }

    /** Makes every service; wrong configurations are gathered in {@code problems}. */
    public void start(Site owner, Map<Class<?>, Function<Site, ?>> all, List<String> problems) {
        site = owner;
        factories.putAll(all);
        for (Class<?> type : all.keySet()) {
            try {
                find(type);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            } catch (ImproperlyConfigured e) {
                problems.add(e.getMessage());
            }
            if (!made.containsKey(type)) {
                factories.remove(type);
            }
        }
    }

    /**
     * A service.
     *
     * @throws IllegalStateException if there is none
     */
    public <T> T get(Class<T> type) {
        Object service = made.get(type);
        if (service != null) {
            return type.cast(service);
        }
        return find(type)
                .orElseThrow(() -> new IllegalStateException("This site has no " + type.getSimpleName()
                        + ": add the artifact with the package " + type.getPackageName() + " to the class path."));
    }

    /** A service if there is one. */
    public <T> Optional<T> find(Class<T> type) {
        Object service = made.get(type);
        if (service == null) {
            Function<Site, ?> factory = factories.get(type);
            if (factory == null || site == null) {
                return Optional.empty();
            }
            if (!inProgress.add(type)) {
                throw new IllegalStateException("The services " + inProgress + " need each other.");
            }
            try {
                service = factory.apply(site);
                made.put(type, service);
                if (service instanceof AutoCloseable closeable) {
                    closing.add(closeable);
                }
            } finally {
                inProgress.remove(type);
            }
        }
        return Optional.of(type.cast(service));
    }

    /** Closes all, the youngest first. */
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(closing).reversed();
        closing.clear();
        for (AutoCloseable closeable : all) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("Closing {} failed", closeable, e);
            }
        }
    }
}
