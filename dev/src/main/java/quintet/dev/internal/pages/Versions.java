package quintet.dev.internal.pages;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import quintet.core.Site;
import quintet.core.Version;

/** What runs here. */
public final class Versions {
    private Versions() {}

    /** Versions of the framework and of what is underneath, and where the project lies. */
    public static List<Fact> of(Site site) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Quintet", Version.current()));
        facts.add(new Fact("Java", Runtime.version() + ", " + System.getProperty("java.vm.name")));
        facts.add(new Fact(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch")));
        facts.add(new Fact("Project", site.root().toString()));
        facts.add(new Fact(
                "Time", ZonedDateTime.now(site.settings().timeZone()).format(DateTimeFormatter.RFC_1123_DATE_TIME)));
        return facts;
    }
}
