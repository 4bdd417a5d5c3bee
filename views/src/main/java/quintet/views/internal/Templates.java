package quintet.views.internal;

import java.util.List;
import quintet.core.Site;
import quintet.templates.Engine;
import quintet.templates.Template;

/** The current site's templates. */
public final class Templates {
    private Templates() {}

    /** The first of these templates that exists. */
    public static Template select(List<String> names) {
        Engine engine = Site.current().service(Engine.class);
        return names.size() == 1 ? engine.get(names.getFirst()) : engine.select(names);
    }
}
