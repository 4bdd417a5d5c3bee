package quintet.orm.internal.load;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.sql.ValueType;

/** Tells whether an object meets a simple condition on its own fields; what it cannot tell counts as met. */
final class InMemory {
    private InMemory() {}

    /** Whether the condition holds; unknown (a NULL, a function, an excluded field) is taken for yes, as a CHECK does. */
    static boolean holds(KeyedModel<?> object, Node.Cond condition, Collection<String> exclude) {
        return !Boolean.FALSE.equals(test(object, condition, exclude));
    }

    private static @Nullable Boolean test(KeyedModel<?> object, Node.Cond condition, Collection<String> exclude) {
        return switch (condition) {
            case Node.Both both -> both(object, both, exclude);
            case Node.Not not -> {
                Boolean inner = test(object, not.condition(), exclude);
                yield inner == null ? null : !inner;
            }
            case Node.Lookup lookup -> lookup(object, lookup, exclude);
            case Node.Anything anything -> true;
            case Node.Truth truth -> null;
            case Node.Exists exists -> null;
        };
    }

    private static @Nullable Boolean both(KeyedModel<?> object, Node.Both both, Collection<String> exclude) {
        boolean unknown = false;
        int yes = 0;
        for (Node.Cond part : both.conditions()) {
            Boolean result = test(object, part, exclude);
            unknown |= result == null;
            yes += Boolean.TRUE.equals(result) ? 1 : 0;
        }
        int known = both.conditions().size();
        return switch (both.connector()) {
            case AND -> yes == known ? Boolean.TRUE : unknown ? null : Boolean.FALSE;
            case OR -> yes > 0 ? Boolean.TRUE : unknown ? null : Boolean.FALSE;
            case XOR -> unknown ? null : yes % 2 == 1;
        };
    }

    private static @Nullable Boolean lookup(KeyedModel<?> object, Node.Lookup lookup, Collection<String> exclude) {
        if (!(lookup.left() instanceof Node.Path path)) {
            return null;
        }
        String text = path.text();
        String name = lookup.lookup();
        if (name == null) {
            int at = text.indexOf("__");
            name = at < 0 ? "exact" : text.substring(at + 2);
            text = at < 0 ? text : text.substring(0, at);
        }
        FieldMeta field = object.meta().findField(text).orElse(null);
        if (field == null || exclude.contains(field.name())) {
            return null;
        }
        ValueType type = ValueType.of(field);
        Object left = plain(type, field.get(object));
        Object right = right(object, lookup.right(), type);
        if (name.equals("isnull")) {
            return (left == null) == Boolean.TRUE.equals(value(lookup.right()));
        }
        return left == null || right == null ? null : compare(left, name, right);
    }

    private static @Nullable Object plain(ValueType type, @Nullable Object value) {
        return type.prepare(value instanceof Ref<?> ref ? ref.id() : value);
    }

    private static @Nullable Object value(Node node) {
        return node instanceof Node.Param param ? param.value() : null;
    }

    private static @Nullable Object right(KeyedModel<?> object, Node node, ValueType type) {
        if (node instanceof Node.Path path) {
            FieldMeta field = object.meta().findField(path.text()).orElse(null);
            return field == null ? null : plain(type, field.get(object));
        }
        Object value = value(node);
        return value instanceof Collection<?> many
                ? many.stream().map(type::prepare).toList()
                : type.prepare(value);
    }

    private static @Nullable Boolean compare(Object left, String lookup, Object right) {
        return switch (lookup) {
            case "exact" -> order(left, right) == 0;
            case "gt" -> order(left, right) > 0;
            case "gte" -> order(left, right) >= 0;
            case "lt" -> order(left, right) < 0;
            case "lte" -> order(left, right) <= 0;
            case "in" ->
                right instanceof List<?> list && list.stream().anyMatch(item -> item != null && order(left, item) == 0);
            case "range" ->
                right instanceof List<?> list
                        && order(left, java.util.Objects.requireNonNull(list.getFirst())) >= 0
                        && order(left, java.util.Objects.requireNonNull(list.getLast())) <= 0;
            case "contains" -> left.toString().contains(right.toString());
            case "startswith" -> left.toString().startsWith(right.toString());
            case "endswith" -> left.toString().endsWith(right.toString());
            default -> null;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both were prepared as one type
    private static int order(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        if (left instanceof Comparable comparable && left.getClass() == right.getClass()) {
            return comparable.compareTo(right);
        }
        return left.equals(right) ? 0 : 1;
    }
}
