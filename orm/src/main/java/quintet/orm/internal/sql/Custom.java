package quintet.orm.internal.sql;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.CustomLookups;
import quintet.orm.FieldMeta;
import quintet.orm.internal.query.Node;

/** The lookups and transforms that the site added, for values that are resolved already. */
final class Custom {
    private final Resolver resolver;

    Custom(Resolver resolver) {
        this.resolver = resolver;
    }

    private static CustomLookups.@Nullable Entry find(R value, String name, boolean transform) {
        for (CustomLookups.Entry entry : CustomLookups.current().entries()) {
            if (entry.name().equals(name) && (entry.transform() != null) == transform && fits(entry, value)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean fits(CustomLookups.Entry entry, R value) {
        if (entry.model() != null) {
            FieldMeta field = value.type().field();
            return field != null
                    && value instanceof R.Col
                    && field.name().equals(entry.field())
                    && field.owner().isOrExtends(field.owner().registry().meta(entry.model()));
        }
        return value.type().base() == ValueType.of(entry.type()).base();
    }

    /** What a transform makes of a value: one of the site, else one of those there always are; null: there is none. */
    @Nullable
    R transform(R value, String name) {
        CustomLookups.Entry entry = find(value, name, true);
        if (entry == null) {
            return Transforms.find(value, name);
        }
        Node made = Objects.requireNonNull(entry.transform()).apply(new Node.Solved(value));
        return resolver.resolve(made, null);
    }

    /** Whether there is a lookup of the site by this name. */
    static boolean hasLookup(R value, String name) {
        return find(value, name, false) != null;
    }

    /** The condition that a lookup of the site stands for; null: there is none. */
    R.@Nullable C lookup(R value, String name, Node right, @Nullable Set<Join> reuse) {
        CustomLookups.Entry entry = find(value, name, false);
        if (entry == null) {
            return null;
        }
        Node.Cond condition = Objects.requireNonNull(entry.lookup()).apply(new Node.Solved(value), right);
        return resolver.filters().inline(condition, reuse);
    }

    /** A value with transforms applied one after the other. */
    R apply(R start, List<String> names) {
        R result = start;
        for (String name : names) {
            R next = transform(result, name);
            if (next == null) {
                throw PathErrors.unsupported(result, name);
            }
            result = next;
        }
        return result;
    }
}
