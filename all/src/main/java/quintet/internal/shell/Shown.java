package quintet.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;

/** How the shell shows values: query sets and lists as rows, at most so many. */
public final class Shown {
    private static final int MOST = 20;

    private Shown() {}

    /** As {@code print} shows it: text without quotes. */
    public static String plain(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof Character ? String.valueOf(value) : of(value);
    }

    /** As the value of an expression: text in quotes. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case CharSequence text -> "\"" + text + "\"";
            case Character character -> "'" + character + "'";
            case Queries<?> rows -> rows(rows);
            case Collection<?> all
            when all.stream().anyMatch(KeyedModel.class::isInstance) ->
                lines(List.copyOf(all).subList(0, Math.min(all.size(), MOST)), all.size() > MOST);
            case KeyedModel<?> object -> row(object);
            case Object[] array -> Arrays.deepToString(array);
            case Map<?, ?> map -> map.toString();
            default -> String.valueOf(value);
        };
    }

    private static String rows(Queries<?> queries) {
        List<Object> found = new ArrayList<>();
        for (Object object : queries.all().slice(0, MOST + 1)) {
            found.add(object);
        }
        boolean more = found.size() > MOST;
        return lines(more ? found.subList(0, MOST) : found, more);
    }

    private static String lines(List<?> objects, boolean more) {
        if (objects.isEmpty()) {
            return "(no rows)";
        }
        StringBuilder text = new StringBuilder();
        for (Object object : objects) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(object instanceof KeyedModel<?> model ? row(model) : of(object));
        }
        return more ? text + "\n... (more rows are not shown)" : text.toString();
    }

    private static String row(KeyedModel<?> object) {
        String text = object.toString();
        String name = object.getClass().getSimpleName();
        return text.startsWith(name) ? text : name + " " + object.key() + ": " + text;
    }
}
