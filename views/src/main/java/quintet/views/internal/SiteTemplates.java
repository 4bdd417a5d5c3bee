package quintet.views.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quintet.core.App;
import quintet.core.CheckMessage;
import quintet.core.ImproperlyConfigured;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.TranslationSettings;
import quintet.templates.Engine;
import quintet.templates.EngineBuilder;
import quintet.templates.FragmentCache;
import quintet.templates.Loader;
import quintet.templates.RenderListener;
import quintet.views.ContextProcessors;
import quintet.views.TagLibrary;
import quintet.views.TemplateSettings;
import quintet.views.internal.adapt.Adapters;

/** Builds a site's template engine: the project's templates, then those of the apps; wired to routes, forms and models. */
final class SiteTemplates {
    private static final String FOLDER = "templates";
    private static final int FRAGMENTS = 300;

    private SiteTemplates() {}

    static Engine engine(Site site) {
        Settings settings = site.settings();
        TemplateSettings own = own(site);
        EngineBuilder engine = Engine.builder()
                .debug(settings.debug())
                .cached(!settings.debug())
                .language(settings.language())
                .catalogs(site.catalogs())
                .formats(TranslationSettings.of(site).formats())
                .useI18n(settings.useI18n())
                .zone(settings.timeZone())
                .useTz(settings.useTz())
                .stringIfInvalid(own.stringIfInvalid())
                .autoescape(own.autoescape())
                .caches(site.service(FragmentCache.Caches.class))
                .urls(new RouteUrls())
                .requests(new RequestValues())
                .staticUrls(new SiteStaticUrls());
        Map<String, String> languages = TranslationSettings.of(site).languages();
        if (!languages.isEmpty()) {
            engine.languages(languages);
        }
        loaders(site, own).forEach(engine::loader);
        engine.contextProcessor(ContextProcessors.CSRF);
        own.contextProcessors().forEach(engine::contextProcessor);
        tagLibraries(site).forEach(library -> engine.library(library.name(), library.library()));
        own.libraries().forEach(engine::library);
        own.builtins().forEach(engine::builtin);
        Adapters.register(engine);
        site.findService(RenderListener.class).ifPresent(engine::listener);
        return engine.build();
    }

    /** One cache in memory, as long as no module brings others; as large as Django's would be. */
    static FragmentCache.Caches caches(Site site) {
        FragmentCache only = FragmentCache.inMemory(FRAGMENTS);
        return name -> name == null || name.equals("default") ? only : null;
    }

    private static TemplateSettings own(Site site) {
        return site.settings().part(TemplateSettings.class).orElse(TemplateSettings.defaults());
    }

    /** In development the sources come first, so that a changed template shows without a build. */
    private static List<Loader> loaders(Site site, TemplateSettings own) {
        List<Loader> loaders = new ArrayList<>();
        own.dirs().forEach(dir -> loaders.add(Loader.folders(site.root().resolve(dir))));
        add(loaders, site, Thread.currentThread().getContextClassLoader(), FOLDER);
        if (own.appDirs()) {
            for (App app : site.apps()) {
                add(loaders, site, app.getClass().getClassLoader(), app.resourcePrefix() + FOLDER);
            }
        }
        return loaders;
    }

    private static void add(List<Loader> loaders, Site site, ClassLoader classes, String folder) {
        Path source = site.root().resolve("src/main/resources").resolve(folder);
        if (site.settings().debug() && Files.isDirectory(source)) {
            loaders.add(Loader.folders(source));
        }
        loaders.add(Loader.resources(classes, folder));
    }

    private static List<TagLibrary> tagLibraries(Site site) {
        List<TagLibrary> libraries = new ArrayList<>();
        for (App app : site.apps()) {
            for (Class<?> type : app.classes("templatetags")) {
                if (TagLibrary.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    libraries.add(create(type.asSubclass(TagLibrary.class)));
                }
            }
        }
        return libraries;
    }

    private static TagLibrary create(Class<? extends TagLibrary> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new ImproperlyConfigured(
                    "The tag library " + type.getName() + " needs a constructor without arguments.", e);
        } catch (InvocationTargetException e) {
            throw new ImproperlyConfigured(
                    "The tag library " + type.getName() + " could not be made: " + e.getCause(), e);
        }
    }

    /** Settings that contradict each other; two tag libraries of one name, Django's {@code templates.W003}. */
    static List<CheckMessage> check(Site site) {
        Map<String, TagLibrary> seen = new HashMap<>();
        List<CheckMessage> messages = new ArrayList<>();
        for (TagLibrary library : tagLibraries(site)) {
            TagLibrary before = seen.put(library.name(), library);
            if (before != null) {
                messages.add(CheckMessage.warning(
                        "templates.W003",
                        "'" + library.name() + "' is used for several tag libraries: "
                                + before.getClass().getName() + " and "
                                + library.getClass().getName() + ".",
                        "Rename one of the classes, or override its name().",
                        null));
            }
        }
        if (messages.isEmpty()) {
            messages.addAll(site.service(Engine.class).check());
        }
        return messages;
    }
}
