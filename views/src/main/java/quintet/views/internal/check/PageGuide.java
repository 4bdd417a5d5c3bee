package quintet.views.internal.check;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.TemplateChecker;
import quintet.templates.TypeGuide;

/** Pages of a list: loops over their items. */
public final class PageGuide implements TypeGuide {
    @Override
    public @Nullable Type attribute(Type type, String name) {
        return UNKNOWN;
    }

    @Override
    public Type element(Type type) {
        return TemplateChecker.argument(type, List.class, 0);
    }
}
