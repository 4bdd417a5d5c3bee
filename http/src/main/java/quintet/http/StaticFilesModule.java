package quintet.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quintet.core.Check;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.core.SiteBuilder;
import quintet.core.SiteModule;
import quintet.http.internal.statics.StaticIndex;

/** Puts static files into every site: found by name, not for use. */
public final class StaticFilesModule implements SiteModule {
    @Override
    public void configure(SiteBuilder builder) {
        builder.service(StaticIndex.class, StaticIndex::new);
        builder.service(StaticStorage.class, site -> new StaticStorage(site.service(StaticIndex.class)));
        builder.check(Check.of("staticfiles", StaticFilesModule::check));
    }

    private static List<CheckMessage> check(Site site) {
        StaticFiles files = site.settings().part(StaticFiles.class).orElse(StaticFiles.defaults());
        List<CheckMessage> found = new ArrayList<>();
        for (StaticFiles.Dir dir : files.dirs()) {
            Path path = site.root().resolve(dir.path()).normalize();
            if (!Files.isDirectory(path)) {
                found.add(CheckMessage.warning(
                        "staticfiles.W004",
                        "The static files folder " + path + " does not exist.",
                        "Create it, or take .dir(...) out of StaticFiles in the settings.",
                        null));
            }
            if (files.root()
                    .map(site.root()::resolve)
                    .map(Path::normalize)
                    .filter(path::equals)
                    .isPresent()) {
                found.add(CheckMessage.error(
                        "staticfiles.E002",
                        "The folder " + path + " is both a source of static files and where they are collected.",
                        "Give StaticFiles.root(...) another folder than .dir(...).",
                        null));
            }
        }
        return found;
    }

    @Override
    public int order() {
        return 60;
    }
}
