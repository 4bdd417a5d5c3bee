package quintet.core;

import java.nio.file.Files;
import java.nio.file.Path;

/** The catalogues of a site: its folders, the project's, then those of its apps. */
final class SiteCatalogs {
    private static final String FOLDER = "locale";

    private SiteCatalogs() {}

    static Catalogs of(Site site) {
        Catalogs.Builder all = Catalogs.builder()
                .defaultLanguage(site.settings().language())
                .reloading(site.settings().debug());
        for (Path folder : TranslationSettings.of(site).localePaths()) {
            all.folder(site.root().resolve(folder));
        }
        add(all, site, site.classLoader(), FOLDER);
        for (App app : site.apps()) {
            add(all, site, app.getClass().getClassLoader(), app.resourcePrefix() + FOLDER);
        }
        return all.build();
    }

    /** In development the sources come first, so that a changed text shows without a build. */
    private static void add(Catalogs.Builder all, Site site, ClassLoader classes, String folder) {
        Path source = site.root().resolve("src/main/resources").resolve(folder);
        if (site.settings().debug() && Files.isDirectory(source)) {
            all.folder(source);
        }
        all.resources(classes, folder);
    }
}
