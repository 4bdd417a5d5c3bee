package quintet.templates;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.FormatSettings;

/** Collects what an engine needs: loaders, libraries and settings. Made by {@link Engine#builder}; used by one thread. */
public final class EngineBuilder {
    private static final int MEGABYTE = 1 << 20;

    final List<Loader> loaders = new ArrayList<>();
    final Map<String, Library> libraries = new LinkedHashMap<>();
    final List<String> given = new ArrayList<>();
    final List<Library> builtins = new ArrayList<>();
    final List<ContextProcessor> contextProcessors = new ArrayList<>();
    final Map<Class<?>, ValueAdapter<?>> adapters = new LinkedHashMap<>();
    Map<String, String> languages = Map.of("en", "English");
    String stringIfInvalid = "";
    boolean autoescape = true;
    boolean debug;
    Executor executor = Executor.ADAPTIVE;
    boolean cached = true;
    boolean standardLibraries = true;
    boolean useTz = true;
    boolean useI18n = true;

    @Nullable
    String language = "en-us";

    ZoneId zone = ZoneId.of("UTC");
    Clock clock = Clock.systemUTC();
    FormatSettings formats = FormatSettings.DEFAULT;

    @Nullable
    Catalogs catalogs;

    UrlReverser urls = new NoRoutes();
    StaticUrls staticUrls = StaticUrls.prefixes("/static/", "/media/");
    RequestSupport requests = RequestSupport.NONE;
    FragmentCache.Caches caches = new NoCaches();
    int maxOutput = 256 * MEGABYTE;

    @Nullable
    RenderListener listener;

    int maxDepth = 100;
    int maxSource = 4 * MEGABYTE;

    EngineBuilder() {}

    /** Adds loaders, asked in order. */
    public EngineBuilder loader(Loader... more) {
        loaders.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds a library for {@code {% load name %}}. */
    public EngineBuilder library(String name, Library library) {
        libraries.put(name, library);
        given.add(name);
        return this;
    }

    /** Adds a library whose tags and filters need no {@code {% load %}}. */
    public EngineBuilder builtin(Library library) {
        builtins.add(library);
        return this;
    }

    /** Whether the libraries i18n, l10n, tz, static, cache and humanize can be loaded; by default yes. */
    public EngineBuilder standardLibraries(boolean on) {
        standardLibraries = on;
        return this;
    }

    /** Adds a context processor. */
    public EngineBuilder contextProcessor(ContextProcessor processor) {
        contextProcessors.add(processor);
        return this;
    }

    /** Says how values of a type behave. */
    public <T> EngineBuilder adapter(Class<T> type, ValueAdapter<? super T> adapter) {
        adapters.put(type, adapter);
        return this;
    }

    /** What a missing variable prints; {@code %s} stands for its name. */
    public EngineBuilder stringIfInvalid(String text) {
        stringIfInvalid = text;
        return this;
    }

    /** Whether variables are escaped; by default yes. */
    public EngineBuilder autoescape(boolean on) {
        autoescape = on;
        return this;
    }

    /** Whether {@code {% debug %}} prints the variables; by default not. */
    public EngineBuilder debug(boolean on) {
        debug = on;
        return this;
    }

    /** What runs the templates; by default the interpreter, and compiled code for what is hot. */
    public EngineBuilder executor(Executor which) {
        executor = which;
        return this;
    }

    /** Whether compiled templates are kept; by default yes. */
    public EngineBuilder cached(boolean on) {
        cached = on;
        return this;
    }

    /** The default language; null for none. */
    public EngineBuilder language(@Nullable String code) {
        language = code;
        return this;
    }

    /** The languages to choose from: codes and English names. */
    public EngineBuilder languages(Map<String, String> all) {
        languages = new LinkedHashMap<>(all);
        return this;
    }

    /** Whether the language can change; answers to {@code USE_I18N}. */
    public EngineBuilder useI18n(boolean on) {
        useI18n = on;
        return this;
    }

    /** The time zone where none is chosen. */
    public EngineBuilder zone(ZoneId id) {
        zone = id;
        return this;
    }

    /** The clock of tags and filters that compare with now; by default the machine's. For tests. */
    public EngineBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** Whether aware times are shown in the current zone; answers to {@code USE_TZ}. */
    public EngineBuilder useTz(boolean on) {
        useTz = on;
        return this;
    }

    /** Formats where the language has none. */
    public EngineBuilder formats(FormatSettings settings) {
        formats = settings;
        return this;
    }

    /** The translations; by default those in force where a render starts. */
    public EngineBuilder catalogs(Catalogs all) {
        catalogs = all;
        return this;
    }

    /** How {@code {% url %}} finds routes. */
    public EngineBuilder urls(UrlReverser reverser) {
        urls = reverser;
        return this;
    }

    /** How {@code {% static %}} makes URLs. */
    public EngineBuilder staticUrls(StaticUrls urls) {
        staticUrls = urls;
        return this;
    }

    /** What tags read from requests. */
    public EngineBuilder requests(RequestSupport support) {
        requests = support;
        return this;
    }

    /** Where {@code {% cache %}} keeps parts; by default nowhere. */
    public EngineBuilder caches(FragmentCache.Caches all) {
        caches = all;
        return this;
    }

    /** Bytes of output at most; by default 256 MB. */
    public EngineBuilder maxOutput(int bytes) {
        maxOutput = bytes;
        return this;
    }

    /**
     * Tells somebody of each render.
     *
     * @param renders called before each one
     * @return this builder
     */
    public EngineBuilder listener(RenderListener renders) {
        listener = renders;
        return this;
    }

    /** Depth of includes and extends at most; by default 100. */
    public EngineBuilder maxDepth(int depth) {
        maxDepth = depth;
        return this;
    }

    /** Characters in a template at most; by default 4 million. */
    public EngineBuilder maxSource(int characters) {
        maxSource = characters;
        return this;
    }

    /** Builds the engine. */
    public Engine build() {
        return new Engine(this);
    }

    /** What {@code {% url %}} says where there are no routes. */
    private static final class NoRoutes implements UrlReverser {
        @Override
        public String reverse(
                @Nullable Object name,
                List<? extends @Nullable Object> args,
                Map<String, ? extends @Nullable Object> kwargs,
                Context context) {
            throw new NoReverseMatch(
                    "Reverse for '" + name + "' not found: this engine has no routes. Give it some with urls().", null);
        }
    }

    /** Where nothing is kept. */
    private static final class NoCaches implements FragmentCache.Caches {
        @Override
        public @Nullable FragmentCache named(@Nullable String name) {
            return null;
        }
    }
}
