package quintet.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.BoundExecutor;
import quintet.core.internal.ProjectRoot;
import quintet.core.internal.Services;
import quintet.core.internal.SignalReceivers;

/**
 * A built site: settings, apps and the services of all modules. Nothing in Quintet is global; what needs settings, a
 * database or templates asks the current site. Requests, commands, tasks and tests run inside their site's binding;
 * elsewhere the only open site applies, and with several open {@link #current()} names the call to wrap the code in.
 */
public final class Site implements AutoCloseable {
    private static final ScopedValue<Site> BOUND = ScopedValue.newInstance();
    private static final OpenSites OPEN = new OpenSites();

    private final Settings settings;
    private final List<App> apps;
    private final Services services;
    private final List<Check> checks;
    private final SignalReceivers receivers = new SignalReceivers();
    private final ExecutorService executor;
    private final ClassLoader classLoader;
    private volatile @Nullable Catalogs catalogs;

    private Site(Settings settings, List<App> apps, Services services, List<Check> checks, ClassLoader classLoader) {
        this.settings = settings;
        this.apps = apps;
        this.services = services;
        this.checks = checks;
        this.classLoader = classLoader;
        this.executor = new BoundExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("site-", 0).factory()),
                task -> ScopedValue.where(BOUND, this).run(task));
    }

    /** Opens a site with the environment of the project's folder. */
    public static Site open(SiteDefinition definition) {
        return open(definition, Env.load(ProjectRoot.find(definition.getClass())));
    }

    /**
     * Opens a site: reads the settings, makes the apps and all services.
     *
     * @throws ConfigurationException with everything that is wrong at once
     */
    public static Site open(SiteDefinition definition, Env env) {
        SiteAssembly assembly = SiteAssembly.of(definition, env);
        Site site = new Site(
                assembly.settings(),
                assembly.apps(),
                new Services(assembly.closing()),
                assembly.checks(),
                assembly.classLoader());
        try {
            ScopedValue.where(BOUND, site).run(() -> {
                site.services.start(site, assembly.services(), assembly.problems());
                if (assembly.problems().isEmpty()) {
                    site.apps.forEach(app -> app.ready(site));
                }
            });
            assembly.failIfProblems();
        } catch (RuntimeException | Error e) {
            site.close();
            throw e;
        }
        OPEN.add(site);
        return site;
    }

    /**
     * The site this code runs in.
     *
     * @throws IllegalStateException outside a site, or when several are open and none is bound
     */
    public static Site current() {
        if (BOUND.isBound()) {
            return BOUND.get();
        }
        return OPEN.only();
    }

    /** The site this code runs in, if there is exactly one answer. */
    public static Optional<Site> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : OPEN.find();
    }

    /** The settings. */
    public Settings settings() {
        return settings;
    }

    /** Where the project's classes and resources come from. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** The apps in the order of the settings. */
    public List<App> apps() {
        return apps;
    }

    /**
     * The app with this label.
     *
     * @throws IllegalArgumentException if there is none; the message lists the labels
     */
    public App app(String label) {
        for (App app : apps) {
            if (app.label().equals(label)) {
                return app;
            }
        }
        throw new IllegalArgumentException(
                "No installed app with label '" + label + "'." + Suggestions.didYouMean(label, labels()));
    }

    private List<String> labels() {
        return apps.stream().map(App::label).toList();
    }

    /** The app of this class. */
    public <A extends App> A app(Class<A> type) {
        for (App app : apps) {
            if (type.isInstance(app)) {
                return type.cast(app);
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " is not among the site's apps. Add "
                + type.getSimpleName() + ".class to .apps(...) in the project's settings.");
    }

    /** Whether an app of this class is installed. Django's {@code apps.is_installed}. */
    public boolean isInstalled(Class<? extends App> type) {
        return apps.stream().anyMatch(type::isInstance);
    }

    /** The apps that implement a capability, in order. */
    public <C> List<C> appsWith(Class<C> capability) {
        return apps.stream()
                .filter(capability::isInstance)
                .map(capability::cast)
                .toList();
    }

    /**
     * A module's service in this site.
     *
     * @throws IllegalStateException if no module provides it; the message says which artifact does
     */
    public <T> T service(Class<T> type) {
        return services.get(type);
    }

    /** A module's service, or empty if the module is not on the class path. */
    public <T> Optional<T> findService(Class<T> type) {
        return services.find(type);
    }

    /** The translations of this site: those of its settings' folders and of its apps, and Quintet's own. */
    public Catalogs catalogs() {
        Catalogs found = catalogs;
        if (found == null) {
            found = SiteCatalogs.of(this);
            catalogs = found;
        }
        return found;
    }

    /** Runs code inside this site. */
    public void run(Runnable code) {
        ScopedValue.where(BOUND, this).run(code);
    }

    /** Runs code inside this site and returns its result. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> code) throws X {
        return ScopedValue.where(BOUND, this).call(code);
    }

    /** Starts each task on a virtual thread inside this site. Closed with the site. */
    public ExecutorService executor() {
        return executor;
    }

    /** Wraps a task so that it runs inside this site on whatever thread. */
    public Runnable bind(Runnable task) {
        return () -> run(task);
    }

    /** Wraps a task so that it runs inside this site on whatever thread. */
    public <R> Callable<R> bind(Callable<R> task) {
        return () -> call(task::call);
    }

    /** Runs the checks that have one of these tags, all when none is named; silenced messages are left out. */
    public List<CheckMessage> check(String... tags) {
        return check(false, tags);
    }

    /** Runs the checks, with those for deployment too if asked. */
    public List<CheckMessage> check(boolean deploy, String... tags) {
        return CheckReport.run(this, deploy, Arrays.asList(tags), List.of()).messages();
    }

    /** What the checks find, silenced messages among it; {@code quickly} leaves out those that take their time. */
    List<CheckMessage> runChecks(boolean deploy, boolean quickly, List<String> tags, List<String> databases) {
        List<CheckMessage> messages = new ArrayList<>();
        run(() -> {
            for (Check check : checks) {
                boolean asked = tags.isEmpty() || check.tags().stream().anyMatch(tags::contains);
                boolean now = !quickly || !check.isThorough();
                if (asked && now && (deploy || !check.deployOnly())) {
                    messages.addAll(check.run().check(this));
                    for (String alias : databases) {
                        messages.addAll(check.databaseRun().check(this, alias));
                    }
                }
            }
        });
        return messages;
    }

    /** The tags that checks have, in order. */
    public List<String> checkTags() {
        return checkTags(true);
    }

    /** The tags that checks have, in order, with or without those of checks for deployment only. */
    public List<String> checkTags(boolean deploy) {
        return checks.stream()
                .filter(check -> deploy || !check.deployOnly())
                .flatMap(check -> check.tags().stream())
                .filter(tag -> !tag.equals(Check.THOROUGH))
                .distinct()
                .sorted()
                .toList();
    }

    SignalReceivers receivers() {
        return receivers;
    }

    static @Nullable Site boundOrNull() {
        return find().orElse(null);
    }

    /** Closes what the site opened, the youngest first; a second call does nothing. */
    @Override
    public void close() {
        OPEN.remove(this);
        executor.shutdown();
        run(services::close);
    }

    /** Names the apps. */
    @Override
    public String toString() {
        return "Site" + labels();
    }

    /** The folder that relative paths in settings start from. */
    public Path root() {
        return settings.root();
    }
}
