package quintet.orm.internal.sql;

import java.time.ZoneId;
import java.time.ZoneOffset;
import quintet.core.Site;

/** The time zone in which moments have dates and hours. */
public final class TimeZones {
    private TimeZones() {}

    /** The current site's zone, UTC outside of sites. */
    public static ZoneId current() {
        return Site.find().map(site -> site.settings().timeZone()).orElse(ZoneOffset.UTC);
    }
}
