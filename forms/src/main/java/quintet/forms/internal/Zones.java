package quintet.forms.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import quintet.core.Site;
import quintet.core.TimeZones;

/** The time zone forms work in. */
public final class Zones {
    private Zones() {}

    /** The zone chosen for this request, else the site's, else UTC. */
    public static ZoneId current() {
        ZoneId chosen = TimeZones.chosen();
        return chosen != null
                ? chosen
                : Site.find().map(site -> site.settings().timeZone()).orElse(ZoneOffset.UTC);
    }
}
