package quintet.test.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import quintet.orm.CaptureQueries;

/** Tells what a failed test asked its databases, where the run wants to know: {@code ./manage test --debug-sql}. */
final class SqlLog {
    /** JUnit's configuration parameter that asks for it. */
    private static final String WANTED = "quintet.test.debugsql";

    /** The key of the report entry with the statements. */
    private static final String ENTRY = "sql";

    private SqlLog() {}

    /** Runs a test; the statements of one that fails become a report entry of JUnit. */
    static <T extends @Nullable Object> T around(Invocation<T> test, ExtensionContext context) throws Throwable {
        if (!context.getConfigurationParameter(WANTED).map(Boolean::valueOf).orElse(false)) {
            return test.proceed();
        }
        List<CaptureQueries.Statement> statements = new CopyOnWriteArrayList<>();
        try {
            return CaptureQueries.<T, Throwable>listen(statements::add, test::proceed);
        } catch (Throwable e) {
            context.publishReportEntry(ENTRY, text(statements));
            throw e;
        }
    }

    private static String text(List<CaptureQueries.Statement> statements) {
        if (statements.isEmpty()) {
            return "(no statements)";
        }
        StringBuilder text = new StringBuilder();
        for (CaptureQueries.Statement statement : statements) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(String.format(Locale.ROOT, "(%.3f ms) ", statement.nanos() / 1e6))
                    .append(statement.sql());
            if (!statement.parameters().isEmpty()) {
                text.append("; ").append(statement.parameters());
            }
            if (!statement.line().isEmpty()) {
                text.append("  at ").append(statement.line());
            }
        }
        return text.toString();
    }
}
