package quintet.orm.internal.sql;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quintet.core.Suggestions;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.ReverseMeta;

/** What is said about names that lead nowhere. */
final class PathErrors {
    private PathErrors() {}

    static QueryError ambiguous(ModelMeta<?> model, String name, FieldMeta first, FieldMeta second) {
        return new QueryError(
                QueryError.Kind.FIELD,
                "'" + name + "' is the way back of " + first + " and of " + second + ".",
                "Tell them apart with relatedName, or declare both in " + model.objectName() + " with @Reverse.");
    }

    /** There is no such field. */
    static QueryError unknown(ModelMeta<?> model, String name, Collection<String> more) {
        Set<String> names = new TreeSet<>(more);
        for (FieldMeta field : model.fields()) {
            names.add(field.name());
            if (field.hasColumn()) {
                names.add(field.attribute());
            }
        }
        model.backs().stream()
                .map(ReverseMeta::queryName)
                .filter(query -> query.indexOf(':') < 0 && !query.endsWith("+"))
                .forEach(names::add);
        String near = Suggestions.nearest(name, names)
                .map(n -> "Did you mean '" + n + "'? ")
                .orElse("");
        return new QueryError(
                QueryError.Kind.FIELD,
                "Cannot resolve keyword '" + name + "' into field. Choices are: " + String.join(", ", names),
                near + "(The model is " + model.label() + ".)");
    }

    /** A plain field was followed by a name that is no transform. */
    static QueryError noJoin(String name, String field) {
        return new QueryError(
                QueryError.Kind.FIELD,
                "Cannot resolve keyword '" + name + "' into field. Join on '" + field + "' not permitted.");
    }

    /** A name at the end of a filter's path that is neither a transform nor a lookup. */
    static QueryError unsupported(R left, String name) {
        return unsupported(left.type(), name);
    }

    /** The same, of a type. */
    static QueryError unsupported(ValueType type, String name) {
        List<String> close = CloseMatches.of(name, Lookups.names(type));
        String ending = close.isEmpty() ? "." : ", perhaps you meant " + String.join(" or ", close) + "?";
        return new QueryError(
                QueryError.Kind.FIELD,
                "Unsupported lookup '" + name + "' for " + FieldClasses.name(type)
                        + " or join on the field not permitted" + ending,
                type.field() == null ? "" : "(The field is " + type.field() + ".)");
    }
}
