package quintet.core;

import java.util.LinkedHashMap;
import java.util.Map;

/** The storages of one open site; {@link Storage#named} is for use. */
public final class OpenStorages {
    private final Map<String, Storage> storages = new LinkedHashMap<>();

    /** Made once for each site. */
    OpenStorages(Site site) {
        Storages settings = site.settings().part(Storages.class).orElse(Storages.defaults());
        settings.makers().forEach((alias, maker) -> storages.put(alias, maker.apply(site)));
    }

    /** The storage of an alias. */
    Storage get(String alias) {
        Storage found = storages.get(alias);
        if (found == null) {
            throw new ImproperlyConfigured("There is no storage '" + alias + "'."
                    + Suggestions.didYouMean(alias, storages.keySet())
                    + " Add it in the settings: Storages.defaults().with(\"" + alias + "\", ...).");
        }
        return found;
    }
}
