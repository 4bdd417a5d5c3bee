package quintet.views;

import java.util.List;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.Ref;
import quintet.templates.Engine;
import quintet.templates.TemplateChecker;
import quintet.views.internal.check.AnnotationNames;
import quintet.views.internal.check.ModelGuide;
import quintet.views.internal.check.PageGuide;
import quintet.views.internal.check.QueriesGuide;
import quintet.views.internal.check.RefGuide;

/**
 * Checks of a site's templates, for tests: {@code assertThat(TemplateChecks.of(site).check()).isEmpty()}. The commands
 * {@code checktemplates} and {@code check} run the same.
 */
public final class TemplateChecks {
    /** What {@link ContextProcessors} and the views of this module give to templates. */
    private static final String[] ALWAYS = {
        "request",
        "user",
        "perms",
        "messages",
        "DEFAULT_MESSAGE_LEVELS",
        "csrf_token",
        "csp_nonce",
        "debug",
        "view",
        "STATIC_URL",
        "MEDIA_URL",
        "LANGUAGES",
        "LANGUAGE_CODE",
        "LANGUAGE_BIDI",
        "TIME_ZONE"
    };

    private TemplateChecks() {}

    /**
     * A checker that knows the site's models, query sets and references.
     *
     * @param site whose templates are checked
     * @return a checker; run it while the site is open
     */
    public static TemplateChecker of(Site site) {
        return TemplateChecker.of(site.service(Engine.class))
                .classes(site.classLoader())
                .variables(ALWAYS)
                .guide(KeyedModel.class, new ModelGuide(new AnnotationNames(site)))
                .guide(Queries.class, new QueriesGuide())
                .guide(Ref.class, new RefGuide())
                .guide(Page.class, new PageGuide());
    }

    /**
     * What {@code check} reports: the mistakes in templates with the id {@code templates.Q001}.
     *
     * @param site whose templates are checked
     * @return a message for each mistake, about its file and line
     */
    public static List<CheckMessage> messages(Site site) {
        return of(site).check().stream()
                .map(problem -> CheckMessage.error(
                        "templates.Q001", problem.message(), null, problem.file() + ":" + problem.line()))
                .toList();
    }
}
