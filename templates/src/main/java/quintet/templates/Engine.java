package quintet.templates;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.CheckMessage;
import quintet.core.Formats;
import quintet.core.TimeZones;
import quintet.core.Translations;
import quintet.templates.internal.Standard;
import quintet.templates.internal.load.Templates;
import quintet.templates.internal.values.Values;

/**
 * Compiles and finds templates: loaders, libraries and settings in one immutable, thread-safe object. Answers to
 * Django's {@code Engine}; several can live side by side.
 *
 * <pre>{@code
 * Engine engine = Engine.builder().loader(Loader.folders(Path.of("templates"))).build();
 * String html = engine.get("library/list.html").render(Map.of("books", books));
 * }</pre>
 */
public final class Engine {
    private static final int MAX_LANGUAGES = 1000;

    private final EngineBuilder settings;
    private final List<Library> builtins;
    private final Map<String, Library> libraries;
    private final Values values;
    private final Templates templates;
    private final Map<String, Formats> formats = new ConcurrentHashMap<>();
    private final Formats neutral;
    private final Execution execution;

    Engine(EngineBuilder settings) {
        this.settings = settings;
        // No lambdas here and in what a first page needs: making the first one in a process costs more than the page.
        this.builtins = new ArrayList<>();
        for (Library library : Standard.builtins()) {
            builtins.add(library.builtin());
        }
        this.builtins.addAll(settings.builtins);
        this.libraries = new LinkedHashMap<>();
        if (settings.standardLibraries) {
            for (Map.Entry<String, Library> each : Standard.libraries().entrySet()) {
                libraries.put(each.getKey(), each.getValue().builtin());
            }
        }
        this.libraries.putAll(settings.libraries);
        this.values = new Values(settings.adapters);
        this.templates = new Templates(settings.loaders, settings.cached, new TemplateMaker(this));
        this.neutral = Formats.of(settings.formats, null);
        // What debug pages show of a failure is what the interpreter has at hand.
        this.execution = new Execution(settings.debug ? Executor.INTERPRETER : settings.executor);
    }

    /**
     * Begins an engine.
     *
     * @return a builder with Django's defaults and no loader
     */
    public static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /**
     * A template by its name; {@code page.html#part} names a partial of it.
     *
     * @param name the name
     * @return the compiled template
     * @throws TemplateDoesNotExist if no loader has it
     * @throws TemplateSyntaxError if it does not follow the language
     */
    public Template get(String name) {
        int hash = name.lastIndexOf('#');
        if (hash < 0) {
            return templates.get(name);
        }
        Template whole = templates.get(name.substring(0, hash));
        return partial(whole, name.substring(hash + 1), name);
    }

    /**
     * A partial of a template.
     *
     * @param whole the template that defines it
     * @param part the partial's name
     * @param name the full name, for messages
     * @return a template of the partial's content
     */
    private static Template partial(Template whole, String part, String name) {
        NodeList nodes = Standard.partial(whole, part);
        if (nodes == null) {
            throw new TemplateDoesNotExist(
                    name, List.of(new TemplateDoesNotExist.Tried(whole.origin(), "Partial not found: " + part)));
        }
        return Template.part(whole, name, nodes);
    }

    /**
     * A template by its name, leaving out places that were used already; what {@code {% extends %}} needs when a
     * template extends another one of its own name.
     *
     * @param name the name
     * @param skip places to leave out
     * @return the compiled template
     */
    public Template get(String name, Collection<Origin> skip) {
        return skip.isEmpty() ? get(name) : templates.get(name, skip);
    }

    /**
     * The first template that exists.
     *
     * @param names in order of preference
     * @return the compiled template
     */
    public Template select(List<String> names) {
        List<String> missing = new ArrayList<>();
        List<TemplateDoesNotExist.Tried> tried = new ArrayList<>();
        for (String name : names) {
            try {
                return get(name);
            } catch (TemplateDoesNotExist e) {
                if (!missing.contains(e.name())) {
                    missing.add(e.name());
                }
                tried.addAll(e.tried());
            }
        }
        throw new TemplateDoesNotExist(
                names.isEmpty() ? "No template names provided" : String.join(", ", missing), tried);
    }

    /**
     * Compiles a text.
     *
     * @param source the template's source
     * @return a template without a name
     */
    public Template from(String source) {
        return Template.compile(this, new Origin(Origin.UNKNOWN, null), source);
    }

    /**
     * Loads and renders.
     *
     * @param name the template's name
     * @param variables the variables
     * @return the output
     */
    public String render(String name, Map<String, ? extends @Nullable Object> variables) {
        return get(name).render(variables);
    }

    /**
     * Loads and renders for a request.
     *
     * @param name the template's name
     * @param variables the variables
     * @param request the request, as the context processors know it
     * @return the output
     */
    public String render(String name, Map<String, ? extends @Nullable Object> variables, Object request) {
        return get(name).render(Context.of(variables, request));
    }

    /**
     * A library for {@code {% load %}}.
     *
     * @param name its name
     * @return the library
     */
    public Library library(String name) {
        Library library = libraries.get(name);
        if (library == null) {
            throw new TemplateSyntaxError("'" + name + "' is not a registered tag library. Must be one of:\n"
                    + String.join("\n", libraries.keySet().stream().sorted().toList()));
        }
        return library;
    }

    /** The names of the libraries for {@code {% load %}}, in order. */
    public List<String> libraryNames() {
        return List.copyOf(libraries.keySet());
    }

    /**
     * The names of all templates that the loaders can list.
     *
     * @return in order
     */
    public List<String> names() {
        Set<String> names = new TreeSet<>();
        settings.loaders.forEach(loader -> names.addAll(loader.names()));
        return List.copyOf(names);
    }

    /** The sources of one name, or of all names, in every place; those that win first. */
    Map<Origin, String> sources(@Nullable String name) {
        Map<Origin, String> found = new LinkedHashMap<>();
        for (String each : name == null ? names() : List.of(name)) {
            for (Loader loader : settings.loaders) {
                for (Origin origin : loader.origins(each)) {
                    String source = loader.read(origin);
                    if (source != null) {
                        found.putIfAbsent(origin, source);
                    }
                }
            }
        }
        return found;
    }

    /** Whether an adapter says how values of a class behave. */
    boolean adapts(Class<?> type) {
        return settings.adapters.keySet().stream().anyMatch(adapted -> adapted.isAssignableFrom(type));
    }

    /**
     * Looks for settings that contradict each other. Answers to the checks of Django's template backends.
     *
     * @return what is wrong, with Django's ids
     */
    public List<CheckMessage> check() {
        return EngineChecks.of(settings.given, settings.standardLibraries, settings.stringIfInvalid);
    }

    /**
     * One of the libraries every engine can have: i18n, l10n, tz, static, cache, humanize.
     *
     * @param name its name
     * @return null if there is none of that name
     */
    public static @Nullable Library standardLibrary(String name) {
        Library library = Standard.libraries().get(name);
        return library == null ? null : library.builtin();
    }

    /** Forgets compiled templates, so that changed files are read again. */
    public void clear() {
        templates.clear();
    }

    /**
     * Tells how long a template found by a name stays the one; for the engine's own tags, no API.
     *
     * @return another object after each {@link #clear}; null where templates are not kept
     */
    public @Nullable Object epoch() {
        return templates.epoch();
    }

    /** The libraries known without {@code {% load %}}. */
    public List<Library> builtins() {
        return builtins;
    }

    /** What a missing variable prints; {@code %s} stands for its name. */
    public String stringIfInvalid() {
        return settings.stringIfInvalid;
    }

    /** Whether variables are escaped by default. */
    public boolean autoescape() {
        return settings.autoescape;
    }

    /** Whether {@code {% debug %}} prints. */
    public boolean debug() {
        return settings.debug;
    }

    /** The context processors, in order. */
    public List<ContextProcessor> contextProcessors() {
        return settings.contextProcessors;
    }

    /** How {@code {% url %}} finds routes. */
    public UrlReverser urls() {
        return settings.urls;
    }

    /** How {@code {% static %}} makes URLs. */
    public StaticUrls staticUrls() {
        return settings.staticUrls;
    }

    /** What tags read from requests. */
    public RequestSupport requests() {
        return settings.requests;
    }

    /** Where {@code {% cache %}} keeps parts. */
    public FragmentCache.Caches caches() {
        return settings.caches;
    }

    /** The time zone where none is chosen. */
    public ZoneId zone() {
        return settings.zone;
    }

    /** What {@code {% now %}}, {@code timesince} and {@code naturaltime} call now. */
    public Clock clock() {
        return settings.clock;
    }

    /** Whether aware times are shown in the current zone. */
    public boolean useTz() {
        return settings.useTz;
    }

    /** The languages of the site: codes and English names, in order. */
    public Map<String, String> languages() {
        return settings.languages;
    }

    /** Bytes of output at most. */
    public int maxOutput() {
        return settings.maxOutput;
    }

    /**
     * Whether somebody is told of each template that is rendered; for the engine's own tags, no API.
     *
     * @return true if there is a listener
     */
    public boolean isWatched() {
        return settings.listener != null;
    }

    /** What decides on compilation. */
    Execution execution() {
        return execution;
    }

    /** Who is told of renders, or null. */
    @Nullable
    RenderListener listener() {
        return settings.listener;
    }

    /** Depth of includes and extends at most. */
    public int maxDepth() {
        return settings.maxDepth;
    }

    /** Characters in a template at most. */
    public int maxSource() {
        return settings.maxSource;
    }

    /**
     * The formats of a language.
     *
     * @param language a code; null for the settings' own
     * @return formats
     */
    public Formats formats(@Nullable String language) {
        if (language == null) {
            return neutral;
        }
        Formats known = formats.get(language);
        if (known == null) {
            known = Formats.of(settings.formats, language);
            if (formats.size() < MAX_LANGUAGES) {
                // codes may come from visitors: those of no language must not fill the memory
                formats.put(language, known);
            }
        }
        return known;
    }

    /** The translations of this engine. */
    public @Nullable Catalogs catalogs() {
        return settings.catalogs;
    }

    /**
     * How values behave; for the engine's own tags and filters, no API.
     *
     * @return an internal object
     */
    public Values values() {
        return values;
    }

    @Nullable
    String currentLanguage() {
        if (!settings.useI18n) {
            return settings.language;
        }
        return Translations.isLanguageChosen() ? Translations.language() : settings.language;
    }

    ZoneId currentZone() {
        ZoneId chosen = TimeZones.chosen();
        return chosen == null ? settings.zone : chosen;
    }

    /** Whether languages are in use; without, the default language's formats hold and nothing is translated. */
    public boolean useI18n() {
        return settings.useI18n;
    }

    @Nullable
    Object evaluate(Object value) {
        return values.evaluate(value);
    }

    /** Compiles templates as they are found. */
    private record TemplateMaker(Engine engine) implements BiFunction<Origin, String, Template> {
        @Override
        public Template apply(Origin origin, String source) {
            return Template.compile(engine, origin, source);
        }
    }
}
