package quintet.conform.ormsql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import quintet.orm.DatabaseException;
import quintet.orm.DeletionBlocked;
import quintet.orm.DoesNotExist;
import quintet.orm.FetchBlocked;
import quintet.orm.KeyedModel;
import quintet.orm.MultipleObjectsReturned;
import quintet.orm.QueryError;
import quintet.orm.RelatedDoesNotExist;

/** Exceptions as Django has them: the name of their class and their message. */
final class Failures {
    private Failures() {}

    static Map<String, @Nullable Object> encode(RuntimeException e) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("error", name(e));
        answer.put("message", message(e));
        if (e instanceof DeletionBlocked blocked) {
            List<@Nullable Object> objects = new ArrayList<>();
            blocked.objects().forEach(object -> objects.add(Results.encode(object)));
            answer.put(blocked.isRestricted() ? "restricted_objects" : "protected_objects", objects);
        }
        return answer;
    }

    static String name(RuntimeException e) {
        return switch (e) {
            case QueryError query -> query.kind().djangoName();
            case DeletionBlocked blocked -> blocked.isRestricted() ? "RestrictedError" : "ProtectedError";
            case RelatedDoesNotExist none -> "RelatedObjectDoesNotExist";
            case DoesNotExist none -> "DoesNotExist";
            case MultipleObjectsReturned many -> "MultipleObjectsReturned";
            case FetchBlocked blocked -> "FieldFetchBlocked";
            case DatabaseException database -> database.getClass().getSimpleName();
            default -> throw e;
        };
    }

    private static String message(RuntimeException e) {
        return switch (e) {
            case QueryError query when query.kind() == QueryError.Kind.FORMAT -> "['" + query.says() + "']";
            case QueryError query -> query.says();
            case DeletionBlocked blocked -> blocked(blocked);
            case DatabaseException database when database.getCause() instanceof SQLException cause -> database(cause);
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String blocked(DeletionBlocked e) {
        String objects = e.objects().stream()
                .map(object -> "<" + object.meta().objectName() + ": "
                        + object.meta().objectName() + " object (" + key(object) + ")>")
                .collect(Collectors.joining(", ", "{", "}"));
        return "(\"" + e.says() + "\", " + objects + ")";
    }

    private static String key(KeyedModel<?> object) {
        return Results.keyText(object.key());
    }

    private static String database(SQLException cause) {
        if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
            ServerErrorMessage server = refused.getServerErrorMessage();
            return server.getMessage()
                    + (server.getDetail() == null ? "" : "\nDETAIL:  " + server.getDetail())
                    + (server.getHint() == null ? "" : "\nHINT:  " + server.getHint())
                    + "\n";
        }
        String message = String.valueOf(cause.getMessage());
        int open = message.indexOf(" (");
        return message.startsWith("[SQLITE") && open >= 0 && message.endsWith(")")
                ? message.substring(open + 2, message.length() - 1)
                : message;
    }
}
