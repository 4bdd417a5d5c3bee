package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsReport;
import quintet.core.Site;
import quintet.dev.internal.trace.QueryReport;
import quintet.dev.internal.trace.RequestTrace;
import quintet.http.Request;

/** All that is known about an error, put together for a page or a text. */
public final class ErrorReport {
    private final Request request;
    private final int status;
    private final List<ExceptionView> chain;
    private final @Nullable TemplateFacts templates;
    private final List<Hint> hints;
    private final List<Fact.Group> facts;
    private final List<SettingsReport.Entry> settings;
    private final @Nullable QueryReport queries;
    private final @Nullable RequestTrace trace;
    private final List<Fact> versions;

    ErrorReport(Renderer renderer, Request request, Throwable error, int status) {
        Site site = request.site();
        Frames frames = renderer.frames();
        List<Throwable> causes = ExceptionView.causes(error);
        this.request = request;
        this.status = status;
        this.trace = RequestTrace.of(request);
        // Before anything here asks the database itself.
        this.queries = trace == null ? null : trace.queries();
        this.chain = ExceptionView.chain(error, frames);
        this.templates = TemplateFacts.of(causes, site, frames);
        this.hints = Hints.of(causes, request);
        this.facts = new RequestFacts(request).groups();
        this.settings = SettingsReport.of(site.settings());
        this.versions = Versions.of(site);
    }

    Request request() {
        return request;
    }

    List<ExceptionView> chain() {
        return chain;
    }

    @Nullable
    TemplateFacts templates() {
        return templates;
    }

    List<Hint> hints() {
        return hints;
    }

    List<Fact.Group> requestFacts() {
        return facts;
    }

    List<SettingsReport.Entry> settings() {
        return settings;
    }

    @Nullable
    QueryReport queries() {
        return queries;
    }

    List<Fact> versions() {
        return versions;
    }

    /** The exception and its message in one line. */
    String title() {
        ExceptionView first = chain.getFirst();
        return first.simpleType()
                + (first.message().isEmpty()
                        ? ""
                        : ": " + first.message().lines().findFirst().orElse(""));
    }

    /** The first place in the project's code, from the cause outwards. */
    private Frames.@Nullable Frame ownFrame() {
        for (ExceptionView exception : chain.reversed()) {
            Frames.Frame frame = exception.ownFrame();
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    /** What the page shows. */
    Map<String, @Nullable Object> context() {
        Map<String, @Nullable Object> context = new HashMap<>();
        Frames.Frame own = ownFrame();
        context.put("title", title());
        context.put("first", chain.getFirst());
        context.put("chain", chain);
        context.put("own", own);
        context.put("templates", templates);
        context.put("hints", hints);
        context.put("facts", facts);
        context.put("settings", grouped(settings));
        context.put("queries", queries);
        context.put("trace", trace);
        context.put("versions", versions);
        context.put("method", request.method());
        context.put("full_path", Shown.fullPath(request));
        context.put("as_text", TextReport.of(this));
        context.put("as_curl", CurlCommand.of(request));
        context.put("as_test", TestSource.of(request, status));
        return context;
    }

    /** A setting as it is shown. */
    public record Setting(String name, String value, boolean changed) {}

    /** Settings by their group. */
    public static Map<String, List<Setting>> grouped(List<SettingsReport.Entry> entries) {
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(entry.group(), g -> new ArrayList<>())
                .add(new Setting(entry.name(), Shown.value(entry.value()), entry.changed())));
        return groups;
    }
}
