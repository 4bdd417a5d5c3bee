package quintet.core;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sites that are open in this JVM: code outside any binding uses the only one. */
final class OpenSites {
    private final List<Site> sites = new CopyOnWriteArrayList<>();

    void add(Site site) {
        sites.add(site);
    }

    void remove(Site site) {
        sites.remove(site);
    }

    Optional<Site> find() {
        List<Site> now = List.copyOf(sites);
        return now.size() == 1 ? Optional.of(now.getFirst()) : Optional.empty();
    }

    Site only() {
        List<Site> now = List.copyOf(sites);
        if (now.size() == 1) {
            return now.getFirst();
        }
        throw new IllegalStateException(
                now.isEmpty()
                        ? "This code needs a site, and none is open. Open one and run the code inside it:"
                                + " try (Site site = Site.open(new Mysite())) { site.run(() -> ...); }"
                        : now.size() + " sites are open, and this thread is bound to none of them. Wrap the code in"
                                + " site.run(() -> ...), or start the thread with site.executor().");
    }
}
