package quintet.conform.ormsql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;

/** Reads attributes of objects by paths, as the recording did after a query. */
final class Access {
    private Access() {}

    /** A list of values for each object and path; a failure is its exception's name. */
    static List<@Nullable Object> read(@Nullable Object result, List<?> paths) {
        List<@Nullable Object> answers = new ArrayList<>();
        for (Object object : result instanceof Collection<?> many ? many : List.of()) {
            for (Object path : paths) {
                List<@Nullable Object> values = new ArrayList<>();
                try {
                    follow(object, List.of(String.valueOf(path).split("\\.")), values);
                    answers.add(values);
                } catch (RuntimeException e) {
                    answers.add(List.of(Failures.name(e)));
                }
            }
        }
        return answers;
    }

    private static void follow(@Nullable Object from, List<String> path, List<@Nullable Object> into) {
        switch (from) {
            case null -> {
                if (path.isEmpty()) {
                    into.add(null);
                }
            }
            case Queries<?> many -> many.list().forEach(object -> follow(object, path, into));
            case Collection<?> many when !path.isEmpty() -> many.forEach(object -> follow(object, path, into));
            case KeyedModel<?> object
            when !path.isEmpty() ->
                follow(ObjectSteps.attribute(object, path.getFirst()), path.subList(1, path.size()), into);
            default -> into.add(Results.encode(from));
        }
    }
}
