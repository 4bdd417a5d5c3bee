package quintet.cli.internal;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import quintet.core.CommandError;

/** Finds and runs tests with the JUnit platform in this process. */
final class TestRun {
    /** What the user asked for. */
    record Options(
            List<String> labels,
            List<String> tags,
            List<String> excludedTags,
            List<String> patterns,
            boolean failFast,
            @Nullable Integer parallel,
            @Nullable Long shuffle,
            boolean reverse,
            boolean keepDb,
            boolean debugSql) {}

    /** JUnit's configuration parameter that keeps test databases. */
    private static final String KEEP_DB = "quintet.test.keepdb";

    /** JUnit's configuration parameter that has the statements of failed tests reported. */
    private static final String DEBUG_SQL = "quintet.test.debugsql";

    private static final String METHOD_ORDER = "junit.jupiter.testmethod.order.default";
    private static final String CLASS_ORDER = "junit.jupiter.testclass.order.default";

    /** By name: it is of the artifact quintet-test, which the project's tests bring. */
    private static final String REVERSE = "quintet.test.ReverseOrder";

    private final Options options;
    private final ClassLoader loader;
    private final Path classes;

    TestRun(Options options, ClassLoader loader, Path classes) {
        this.options = options;
        this.loader = loader;
        this.classes = classes;
    }

    /** Runs; returns how many tests were found. */
    long start(TestListener listener) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            Launcher launcher = session.getLauncher();
            TestPlan plan = launcher.discover(request());
            long count = plan.countTestIdentifiers(TestIdentifier::isTest);
            listener.found(count);
            CancellationToken token = CancellationToken.create();
            if (options.failFast()) {
                listener.onFailure(token::cancel);
            }
            launcher.execute(LauncherExecutionRequestBuilder.request(plan)
                    .cancellationToken(token)
                    .listeners(listener)
                    .build());
            listener.finished();
            return Math.max(count, listener.ran());
        }
    }

    private org.junit.platform.launcher.LauncherDiscoveryRequest request() {
        LauncherDiscoveryRequestBuilder builder = LauncherDiscoveryRequestBuilder.request();
        builder.selectors(selectors());
        if (!options.tags().isEmpty()) {
            builder.filters(TagFilter.includeTags(options.tags()));
        }
        if (!options.excludedTags().isEmpty()) {
            builder.filters(TagFilter.excludeTags(options.excludedTags()));
        }
        if (!options.patterns().isEmpty()) {
            builder.filters((PostDiscoveryFilter) this::matchesPattern);
        }
        if (options.parallel() != null && options.parallel() != 1) {
            int threads = options.parallel() < 1 ? Runtime.getRuntime().availableProcessors() : options.parallel();
            builder.configurationParameter("junit.jupiter.execution.parallel.enabled", "true");
            builder.configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread");
            builder.configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent");
            builder.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed");
            builder.configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(threads));
        }
        if (options.shuffle() != null) {
            String seed = Long.toString(options.shuffle());
            builder.configurationParameter(METHOD_ORDER, "org.junit.jupiter.api.MethodOrderer$Random");
            builder.configurationParameter(CLASS_ORDER, "org.junit.jupiter.api.ClassOrderer$Random");
            builder.configurationParameter("junit.jupiter.execution.order.random.seed", seed);
            builder.configurationParameter("junit.jupiter.execution.class.order.random.seed", seed);
        }
        if (options.reverse()) {
            builder.configurationParameter(METHOD_ORDER, REVERSE);
            builder.configurationParameter(CLASS_ORDER, REVERSE);
        }
        builder.configurationParameter(DEBUG_SQL, Boolean.toString(options.debugSql()));
        builder.configurationParameter(KEEP_DB, Boolean.toString(options.keepDb()));
        return builder.build();
    }

    private List<DiscoverySelector> selectors() {
        if (options.labels().isEmpty()) {
            return new ArrayList<>(selectClasspathRoots(Set.of(classes)));
        }
        return options.labels().stream().map(this::selector).collect(Collectors.toList());
    }

    /** A package, a class, or a method of a class behind a dot or #. */
    private DiscoverySelector selector(String label) {
        String name = label.replace('#', '.').replace('/', '.');
        Class<?> type = load(name);
        if (type != null) {
            return selectClass(type);
        }
        int dot = name.lastIndexOf('.');
        Class<?> owner = dot < 0 ? null : load(name.substring(0, dot));
        if (owner != null) {
            String method = name.substring(dot + 1);
            return Arrays.stream(owner.getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .findFirst()
                    .map((Method each) -> (DiscoverySelector) selectMethod(owner, each))
                    .orElseThrow(() -> new CommandError(owner.getName() + " has no test '" + method + "'."
                            + quintet.core.Suggestions.didYouMean(
                                    method,
                                    Arrays.stream(owner.getDeclaredMethods())
                                            .filter(each -> !each.isSynthetic())
                                            .map(Method::getName)
                                            .toList())));
        }
        if (Files.isDirectory(classes.resolve(name.replace('.', '/')))) {
            return selectPackage(name);
        }
        throw new CommandError("There is no test package, class or method '" + label + "'. Write for example polls,"
                + " polls.PollsTest or polls.PollsTest.theIndexAnswers.");
    }

    private @Nullable Class<?> load(String name) {
        // On file systems that do not tell letter cases apart a wrong one is a linkage error.
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private FilterResult matchesPattern(TestDescriptor descriptor) {
        if (!descriptor.isTest()) {
            return FilterResult.included("a container");
        }
        String name = descriptor.getUniqueId() + " " + descriptor.getDisplayName();
        boolean found = options.patterns().stream()
                .anyMatch(pattern -> pattern.contains("*")
                        ? Pattern.compile(Arrays.stream(pattern.split("\\*", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*")))
                                .matcher(name)
                                .find()
                        : name.contains(pattern));
        return FilterResult.includedIf(found);
    }
}
