package quintet.cli.internal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import quintet.core.Style;

/** Prints how tests go: few words when they are fine, and where to look when they are not. */
final class TestListener implements TestExecutionListener {
    /** Frames of these say nothing about the failure. */
    private static final Set<String> HIDDEN = Set.of(
            "java.base",
            "org.junit.",
            "jdk.internal.",
            "java.lang.reflect.",
            "java.util.",
            "java.lang.invoke.",
            "quintet.test.internal.",
            "quintet.cli.",
            "org.assertj.",
            "org.opentest4j.");

    private final PrintWriter out;
    private final Style style;
    private final int verbosity;
    private final boolean timing;
    private final @Nullable Integer durations;
    private final List<Took> took = new ArrayList<>();
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private Runnable onFailure = () -> {};
    private String found = "";
    private long ran;
    private int failures;
    private int errors;
    private int skipped;
    private final long start = System.nanoTime();

    private record Took(String name, long nanos) {}

    /**
     * Prints with these options.
     *
     * @param timing whether each test has a line with its time
     * @param durations how many of the slowest are listed; 0 for all, null for none
     */
    TestListener(PrintWriter out, Style style, int verbosity, boolean timing, @Nullable Integer durations) {
        this.out = out;
        this.style = style;
        this.verbosity = verbosity;
        this.timing = timing;
        this.durations = durations;
    }

    void onFailure(Runnable action) {
        onFailure = action;
    }

    /** Says how many there are; with few words at the end, since what tests log would come between. */
    void found(long count) {
        if (verbosity > 0 && count > 0) {
            String text = "Found " + count + (count == 1 ? " test." : " tests.");
            if (verbosity > 1 || timing) {
                out.println(text);
                out.flush();
            } else {
                found = text;
            }
        }
    }

    synchronized long ran() {
        return ran;
    }

    synchronized boolean isSuccess() {
        return failures + errors == 0;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        line(test, style.warning("skipped: " + reason));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (test.isTest()) {
            ran++;
            took.add(new Took(name(test), nanos(test)));
        }
        if (failed) {
            Throwable cause = result.getThrowable().orElse(null);
            boolean assertion = cause instanceof AssertionError;
            failures += assertion ? 1 : 0;
            errors += assertion ? 0 : 1;
            complaints.add(describe(test, assertion ? "FAIL" : "ERROR", cause));
            onFailure.run();
        }
        if (result.getStatus() == TestExecutionResult.Status.ABORTED && test.isTest()) {
            skipped++;
            line(test, style.warning("skipped"));
        } else if (test.isTest() || failed) {
            line(test, failed ? style.error("FAIL") : style.success("ok"));
        }
    }

    private void line(TestIdentifier test, String word) {
        if (verbosity > 1 || (timing && test.isTest())) {
            out.println(name(test) + " ... " + word
                    + (timing ? String.format(Locale.ROOT, " (%.3f s)", nanos(test) / 1e9) : ""));
            out.flush();
        }
    }

    private long nanos(TestIdentifier test) {
        long now = System.nanoTime();
        return now - started.getOrDefault(test.getUniqueId(), now);
    }

    /** What a test tells of itself: its statements, with {@code --debug-sql}. */
    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String sql = entry.getKeyValuePairs().get("sql");
        if (sql != null) {
            statements.put(test.getUniqueId(), sql);
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method ->
                        method.getClassName() + "."
                                + (test.getDisplayName().startsWith(method.getMethodName() + "(")
                                        ? method.getMethodName()
                                        : method.getMethodName() + " " + test.getDisplayName());
                    case ClassSource type -> type.getClassName();
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    private String describe(TestIdentifier test, String word, @Nullable Throwable cause) {
        StringBuilder text = new StringBuilder(style.error(word + ": " + name(test)));
        append(text, "\n", cause);
        for (Throwable at = cause == null ? null : cause.getCause(); at != null; at = at.getCause()) {
            append(text, "\ncaused by ", at);
        }
        String sql = statements.get(test.getUniqueId());
        if (sql != null) {
            text.append("\n  SQL:");
            sql.lines().forEach(line -> text.append("\n    ").append(line));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String before, @Nullable Throwable error) {
        if (error == null) {
            return;
        }
        text.append(before).append(error);
        for (StackTraceElement frame : error.getStackTrace()) {
            if (HIDDEN.stream()
                    .noneMatch(hidden ->
                            frame.getClassName().startsWith(hidden) || hidden.equals(frame.getModuleName()))) {
                text.append("\n    at ").append(frame);
            }
        }
    }

    private void slowest() {
        if (durations == null) {
            return;
        }
        List<Took> all = new ArrayList<>(took);
        all.sort(Comparator.comparingLong(Took::nanos).reversed());
        out.println("Slowest test durations");
        all.stream()
                .limit(durations <= 0 ? all.size() : durations)
                .forEach(
                        each -> out.println(String.format(Locale.ROOT, "%.3f s  %s", each.nanos() / 1e9, each.name())));
        out.println();
    }

    /** Shows the failures and the sum. */
    synchronized void finished() {
        slowest();
        if (verbosity > 0 && isSuccess()) {
            out.println((found.isEmpty() ? "" : found + " ")
                    + style.success("OK")
                    + (skipped > 0 ? " (skipped=" + skipped + ")" : ""));
        } else if (!isSuccess()) {
            out.println(found);
            complaints.forEach(complaint -> out.println("\n" + complaint));
            out.println();
            out.println(String.format(
                    Locale.ROOT,
                    "Ran %d %s in %.3f s",
                    ran,
                    ran == 1 ? "test" : "tests",
                    (System.nanoTime() - start) / 1e9));
            out.println(style.error("FAILED") + " (failures=" + failures + ", errors=" + errors
                    + (skipped > 0 ? ", skipped=" + skipped : "") + ")");
        }
        out.flush();
    }
}
