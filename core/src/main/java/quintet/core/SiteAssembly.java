package quintet.core;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers settings, apps and modules of a site that is being opened, and every complaint about them. */
final class SiteAssembly implements SiteBuilder {
    private final Settings settings;
    private final List<App> apps = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final Map<Class<?>, Function<Site, ?>> services = new LinkedHashMap<>();

    private final ClassLoader classLoader;

    private SiteAssembly(Settings settings, ClassLoader classLoader) {
        this.settings = settings;
        this.classLoader = classLoader;
    }

    static SiteAssembly of(SiteDefinition definition, Env env) {
        SiteAssembly assembly = new SiteAssembly(definition.settings(env), definition.classLoader());
        assembly.problems.addAll(env.problems());
        assembly.makeApps();
        ServiceLoader.load(SiteModule.class, assembly.classLoader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(SiteModule::order)
                        .thenComparing(module -> module.getClass().getName()))
                .forEach(module -> module.configure(assembly));
        if (definition instanceof SiteModule module) {
            module.configure(assembly);
        }
        for (App app : assembly.apps) {
            if (app instanceof HasChecks checks) {
                assembly.checks.addAll(checks.checks());
            }
        }
        assembly.failIfProblems();
        return assembly;
    }

    private void makeApps() {
        Map<String, App> byLabel = new HashMap<>();
        for (Class<? extends App> type : settings.apps()) {
            App app = instance(type);
            if (app != null) {
                App other = byLabel.putIfAbsent(app.label(), app);
                if (other != null) {
                    problems.add("Two apps have the label '" + app.label() + "': "
                            + other.getClass().getName() + " and " + type.getName()
                            + ". Override label() in one of them.");
                }
                apps.add(app);
            }
        }
    }

    private @Nullable App instance(Class<? extends App> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException e) {
            problems.add(type.getName() + " must be a concrete class with a constructor without arguments.");
        } catch (InvocationTargetException e) {
            problems.add(type.getName() + "'s constructor failed: " + e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            problems.add(type.getName() + " cannot be created: " + e.getMessage());
        }
        return null;
    }

    void failIfProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    List<String> problems() {
        return problems;
    }

    List<AutoCloseable> closing() {
        return closing;
    }

    Map<Class<?>, Function<Site, ?>> services() {
        return services;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public List<App> apps() {
        return List.copyOf(apps);
    }

    @Override
    public <T> void service(Class<T> type, Function<Site, ? extends T> factory) {
        services.put(type, factory);
    }

    @Override
    public void check(Check check) {
        checks.add(check);
    }

    @Override
    public void problem(String sentence) {
        problems.add(sentence);
    }

    @Override
    public void onClose(AutoCloseable action) {
        closing.add(action);
    }
}
