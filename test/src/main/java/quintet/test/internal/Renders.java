package quintet.test.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.RenderListener;

/** Notes the templates that a piece of code renders, with their variables. */
public final class Renders {
    /**
     * A template that was rendered.
     *
     * @param template its name; null for one made from a text
     * @param context its variables at the beginning
     */
    public record Render(@Nullable String template, Map<String, @Nullable Object> context) {}

    private static final ScopedValue<Renders> CURRENT = ScopedValue.newInstance();

    /** Told by each test site's engine. */
    static final RenderListener LISTENER = (template, context) -> {
        if (CURRENT.isBound()) {
            CURRENT.get().add(new Render(template.name(), Collections.unmodifiableMap(context.flatten())));
        }
    };

    private final List<Render> renders = Collections.synchronizedList(new ArrayList<>());

    private void add(Render render) {
        renders.add(render);
    }

    /** What was rendered so far, in order. */
    public List<Render> all() {
        return List.copyOf(renders);
    }

    /** Runs code and notes what it renders. */
    public static Renders of(Runnable code) {
        Renders noted = new Renders();
        ScopedValue.where(CURRENT, noted).run(code);
        return noted;
    }
}
