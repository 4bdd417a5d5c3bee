package quintet.core;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of where uploaded files are kept: storages by alias, of which {@code default} is used where a field names none.
 * Django's {@code STORAGES}, {@code MEDIA_ROOT} and {@code MEDIA_URL}. Immutable.
 *
 * <p>Without this part files are kept in the folder {@code media} of the project, with addresses below {@code /media/}.
 */
public final class Storages implements SettingsPart {
    private static final String URL = "/media/";

    private final Map<String, Function<Site, Storage>> storages;

    private Storages(Map<String, Function<Site, Storage>> storages) {
        this.storages = storages;
    }

    /** The folder {@code media} of the project, below {@code /media/}. */
    public static Storages defaults() {
        return inFolder(Path.of("media"));
    }

    /** A folder, relative to the project's, whose files have addresses below {@code /media/}. */
    public static Storages inFolder(Path folder) {
        return inFolder(folder, URL);
    }

    /** A folder, relative to the project's, and the address its files have addresses below. */
    public static Storages inFolder(Path folder, String url) {
        return new Storages(Map.of())
                .and(
                        Storage.DEFAULT,
                        site -> FileSystemStorage.at(site.root().resolve(folder))
                                .baseUrl(url));
    }

    /** Another kind of default storage. */
    public static Storages of(Storage standard) {
        return new Storages(Map.of()).with(Storage.DEFAULT, standard);
    }

    /** The same and a storage by another alias. */
    public Storages with(String alias, Storage storage) {
        return and(alias, site -> storage);
    }

    private Storages and(String alias, Function<Site, Storage> maker) {
        Map<String, Function<Site, Storage>> all = new LinkedHashMap<>(storages);
        all.put(alias, maker);
        return new Storages(all);
    }

    Map<String, Function<Site, Storage>> makers() {
        return storages;
    }
}
