package quintet.orm;

import java.util.List;
import quintet.core.SettingsPart;

/**
 * The routers of a site, asked in this order: {@code .with(Routers.of(new Replicas(), new Archive()))}. Django's {@code
 * DATABASE_ROUTERS}.
 *
 * @param routers the routers
 */
public record Routers(List<Router> routers) implements SettingsPart {
    /** Copies the list. */
    public Routers {
        routers = List.copyOf(routers);
    }

    /** These routers. */
    public static Routers of(Router... routers) {
        return new Routers(List.of(routers));
    }
}
