package quintet.views.internal.check;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.Queries;
import quintet.templates.TemplateChecker;
import quintet.templates.TypeGuide;

/** Query sets, managers and relations to many: loops over rows, and what templates may ask of them. */
public final class QueriesGuide implements TypeGuide {
    private static final List<String> SAME = List.of("all", "reverse", "distinct", "none", "list");
    private static final List<String> REFUSED = List.of("delete", "update", "create");

    @Override
    public @Nullable Type attribute(Type type, String name) {
        if (SAME.contains(name)) {
            return type;
        }
        return switch (name) {
            case "count" -> Long.class;
            case "exists" -> Boolean.class;
            case "first", "last" -> element(type);
            default -> name.chars().allMatch(Character::isDigit) ? element(type) : refused(name);
        };
    }

    private static @Nullable Type refused(String name) {
        return REFUSED.contains(name) ? UNKNOWN : null;
    }

    @Override
    public Type element(Type type) {
        return TemplateChecker.argument(type, Queries.class, 0);
    }

    @Override
    public Collection<String> names(Type type) {
        return List.of("all", "count", "exists", "first", "last", "reverse", "distinct");
    }
}
