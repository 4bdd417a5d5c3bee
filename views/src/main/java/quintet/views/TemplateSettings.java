package quintet.views;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.core.SettingsPart;
import quintet.templates.ContextProcessor;
import quintet.templates.Library;

/**
 * Where a site's templates are and what they know: {@code Settings.with(TemplateSettings.defaults().dir(path))}. Without
 * it, {@code templates/} of the project and of each app are found. Answers to Django's {@code TEMPLATES}.
 *
 * @param dirs more folders, searched first. {@code DIRS}
 * @param appDirs whether the apps' templates are found. {@code APP_DIRS}
 * @param contextProcessors what each template gets beside the view's context; {@link ContextProcessors} has Django's
 * @param libraries tags and filters by the name {@code {% load %}} takes, beside those of the apps
 * @param builtins tags and filters that need no {@code {% load %}}
 * @param stringIfInvalid what a missing variable prints; {@code %s} stands for its name
 * @param autoescape whether variables are escaped for HTML
 * @param backends other engines, asked in order for templates that Quintet's own does not have
 */
public record TemplateSettings(
        List<Path> dirs,
        boolean appDirs,
        List<ContextProcessor> contextProcessors,
        Map<String, Library> libraries,
        List<Library> builtins,
        String stringIfInvalid,
        boolean autoescape,
        List<TemplateBackend> backends)
        implements SettingsPart {
    private static final TemplateSettings DEFAULTS = new TemplateSettings(
            List.of(),
            true,
            List.of(
                    ContextProcessors.DEBUG,
                    ContextProcessors.REQUEST,
                    ContextProcessors.USER,
                    ContextProcessors.MESSAGES),
            Map.of(),
            List.of(),
            "",
            true,
            List.of());

    /** Copies the collections. */
    public TemplateSettings {
        dirs = List.copyOf(dirs);
        contextProcessors = List.copyOf(contextProcessors);
        libraries = Map.copyOf(libraries);
        builtins = List.copyOf(builtins);
        backends = List.copyOf(backends);
    }

    /** The usual places; debug, request, user and messages as context processors. */
    public static TemplateSettings defaults() {
        return DEFAULTS;
    }

    /** With one more folder of templates; those before it win. */
    public TemplateSettings dir(Path folder) {
        return new TemplateSettings(
                plus(dirs, folder),
                appDirs,
                contextProcessors,
                libraries,
                builtins,
                stringIfInvalid,
                autoescape,
                backends);
    }

    /** Whether the apps' templates are found. */
    public TemplateSettings appDirs(boolean on) {
        return new TemplateSettings(
                dirs, on, contextProcessors, libraries, builtins, stringIfInvalid, autoescape, backends);
    }

    /** With one more context processor. */
    public TemplateSettings contextProcessor(ContextProcessor processor) {
        return contextProcessors(plus(contextProcessors, processor));
    }

    /** With these context processors instead of all. The CSRF token is there anyway. */
    public TemplateSettings contextProcessors(List<ContextProcessor> all) {
        return new TemplateSettings(dirs, appDirs, all, libraries, builtins, stringIfInvalid, autoescape, backends);
    }

    /** With one more library for {@code {% load %}}. */
    public TemplateSettings library(String name, Library library) {
        Map<String, Library> all = new LinkedHashMap<>(libraries);
        all.put(name, library);
        return new TemplateSettings(
                dirs, appDirs, contextProcessors, all, builtins, stringIfInvalid, autoescape, backends);
    }

    /** With one more library that needs no {@code {% load %}}. */
    public TemplateSettings builtin(Library library) {
        return new TemplateSettings(
                dirs,
                appDirs,
                contextProcessors,
                libraries,
                plus(builtins, library),
                stringIfInvalid,
                autoescape,
                backends);
    }

    /** Prints this for a missing variable; {@code %s} stands for its name. */
    public TemplateSettings stringIfInvalid(String text) {
        return new TemplateSettings(dirs, appDirs, contextProcessors, libraries, builtins, text, autoescape, backends);
    }

    /** Whether variables are escaped for HTML. */
    public TemplateSettings autoescape(boolean on) {
        return new TemplateSettings(
                dirs, appDirs, contextProcessors, libraries, builtins, stringIfInvalid, on, backends);
    }

    /** With another engine, asked for templates that those before it do not have. A further entry of {@code TEMPLATES}. */
    public TemplateSettings backend(TemplateBackend backend) {
        return new TemplateSettings(
                dirs,
                appDirs,
                contextProcessors,
                libraries,
                builtins,
                stringIfInvalid,
                autoescape,
                plus(backends, backend));
    }

    private static <T> List<T> plus(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
