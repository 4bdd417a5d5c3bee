package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;
import quintet.orm.internal.meta.KeyParts;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Node.Connector;

/** Comparisons of keys with several fields: column by column, in the order of the key. */
final class KeyLookups {
    private static final List<String> KNOWN = List.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

    private KeyLookups() {}

    static R.C build(Resolver resolver, R key, String lookup, Node right, @Nullable Set<Join> reuse) {
        List<R> columns = R.parts(key);
        if (!KNOWN.contains(lookup)) {
            throw new QueryError("A key with several fields cannot be compared by '" + lookup + "'. It takes "
                    + String.join(", ", KNOWN) + ".");
        }
        if (lookup.equals("isnull")) {
            return new R.C.IsNull(key, Lookups.truth(right));
        }
        if (right instanceof Node.Param param && param.value() == null && lookup.equals("exact")) {
            return new R.C.IsNull(key, true);
        }
        if (right instanceof Node.Param param) {
            if (param.value() != null) {
                check(key.type().field(), lookup, param.value());
            }
            return lookup.equals("in") ? in(columns, param) : compare(columns, lookup, values(columns, param));
        }
        if (right instanceof Node.Sub sub) {
            return inQuery(resolver, columns, lookup, sub);
        }
        R other = resolver.resolve(right, reuse);
        List<R> parts = R.isKey(other)
                ? R.parts(other)
                : other instanceof R.Fn fn && fn.name().equals(R.ROW) ? fn.arguments() : List.of(other);
        if (parts.size() != columns.size()) {
            throw wrongSize(columns);
        }
        return compare(columns, lookup, parts);
    }

    private static R.C inQuery(Resolver resolver, List<R> columns, String lookup, Node.Sub sub) {
        if (!lookup.equals("in") && !lookup.equals("exact")) {
            throw new QueryError("A key with several fields can be compared with a query by in and exact only.");
        }
        Select select = new SelectBuilder(sub.query(), resolver).valueSelect(null);
        long width = select.items.stream()
                .mapToLong(item -> R.parts(item.value()).size())
                .sum();
        if (!select.empty && width != columns.size()) {
            throw new QueryError(
                    "The query gives " + width + " values, but the key has " + columns.size() + " fields.");
        }
        R left = new R.Fn(R.ROW, columns, List.of(), ValueType.OBJECT);
        return new R.C.In(left, new R.Query(select, ValueType.OBJECT));
    }

    private static R.C in(List<R> columns, Node.Param param) {
        if (!(param.value() instanceof Collection<?> keys)) {
            throw new QueryError("The lookup 'in' takes a collection of keys or a query.");
        }
        if (keys.isEmpty()) {
            return new R.C.Always(false);
        }
        List<R.C> any = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            int at = i;
            List<R> parts = new ArrayList<>();
            for (int j = 0; j < columns.size(); j++) {
                int part = j;
                ValueType type = columns.get(j).type();
                parts.add(new R.Val(param.slot(), type, all -> type.prepare(part(Slot.at(all, at), part, columns))));
            }
            any.add(compare(columns, "exact", parts));
        }
        return Conditions.group(Connector.OR, any, false);
    }

    private static List<R> values(List<R> columns, Node.Param param) {
        if (param.value() == null) {
            throw new QueryError("A key with several fields is never null; ask with isnull.");
        }
        List<R> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int part = i;
            ValueType type = columns.get(i).type();
            values.add(new R.Val(param.slot(), type, key -> type.prepare(part(key, part, columns))));
        }
        return values;
    }

    private static @Nullable Object part(@Nullable Object key, int index, List<R> columns) {
        List<@Nullable Object> values = KeyParts.flat(key);
        if (values.size() != columns.size()) {
            throw wrongSize(columns);
        }
        return values.get(index);
    }

    private static QueryError wrongSize(List<R> columns) {
        return KeyParts.wrongSize(columns.size());
    }

    /** Objects must be of the model that a reference points to. */
    private static void check(@Nullable FieldMeta field, String lookup, Object given) {
        if (field == null || !field.isComposite()) {
            return;
        }
        Collection<?> all = lookup.equals("in") && given instanceof Collection<?> some ? some : List.of(given);
        for (Object value : all) {
            if (value instanceof KeyedModel<?> object) {
                Lookups.checkObject(field, object);
            }
        }
    }

    private static R.C compare(List<R> columns, String lookup, List<R> values) {
        if (lookup.equals("exact")) {
            List<R.C> all = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                all.add(new R.C.Compare(columns.get(i), "exact", values.get(i)));
            }
            return Conditions.group(Connector.AND, all, false);
        }
        return ordered(columns, lookup, values, 0);
    }

    /** The first field decides; where it is equal, the next. */
    private static R.C ordered(List<R> columns, String lookup, List<R> values, int at) {
        R column = columns.get(at);
        R value = values.get(at);
        if (at == columns.size() - 1) {
            return new R.C.Compare(column, lookup, value);
        }
        R.C further = new R.C.Compare(column, lookup.substring(0, 2), value);
        R.C equal = new R.C.Compare(column, "exact", value);
        R.C rest = Conditions.group(Connector.AND, List.of(equal, ordered(columns, lookup, values, at + 1)), false);
        return Conditions.group(Connector.OR, List.of(further, rest), false);
    }
}
