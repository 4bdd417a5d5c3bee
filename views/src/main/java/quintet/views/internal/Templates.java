package quintet.views.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.templates.Engine;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.TemplateDoesNotExist.Tried;
import quintet.views.TemplateBackend;
import quintet.views.TemplateBackend.Rendering;
import quintet.views.TemplateSettings;

/** The current site's templates: those of its engine, then those of other engines. */
public final class Templates {
    private Templates() {}

    /** The first of these templates that exists. */
    public static Rendering select(List<String> names) {
        Site site = Site.current();
        Engine engine = site.service(Engine.class);
        List<TemplateBackend> others = site.settings()
                .part(TemplateSettings.class)
                .map(TemplateSettings::backends)
                .orElse(List.of());
        List<Tried> tried = new ArrayList<>();
        for (String name : names) {
            Rendering found = find(name, engine, others, tried);
            if (found != null) {
                return found;
            }
        }
        throw new TemplateDoesNotExist(
                names.isEmpty()
                        ? "No template names provided"
                        : String.join(", ", names.stream().distinct().toList()),
                tried);
    }

    private static @Nullable Rendering find(
            String name, Engine engine, List<TemplateBackend> others, List<Tried> tried) {
        try {
            return TemplateBackend.of(engine.get(name));
        } catch (TemplateDoesNotExist e) {
            if (!name.equals(e.name())) {
                throw e;
            }
            tried.addAll(e.tried());
        }
        for (TemplateBackend other : others) {
            Rendering found = other.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
