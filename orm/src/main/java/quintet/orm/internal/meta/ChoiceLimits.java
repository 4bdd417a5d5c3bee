package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import quintet.fields.FieldDeclaration;
import quintet.orm.Cond;
import quintet.orm.FieldMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;

/** What {@code limitChoicesTo} and {@code limitChoicesFrom} say about the rows a relation may point to. */
public final class ChoiceLimits {
    private ChoiceLimits() {}

    /** Whether the relation may point to some of the rows only. */
    public static boolean has(FieldMeta field) {
        FieldDeclaration declared = field.declaration();
        return declared.has("limitChoicesTo") || declared.has("limitChoicesFrom");
    }

    /** The conditions that a row pointed to meets, all of them; a supplier is asked now. */
    @SuppressWarnings("unchecked") // the annotation takes suppliers
    public static List<Cond<?>> of(FieldMeta field) {
        List<Cond<?>> conditions = new ArrayList<>();
        lookups(field).forEach((lookup, value) -> conditions.add(Cond.lookup(lookup, value)));
        Class<?> supplier = field.declaration().value("limitChoicesFrom", Class.class);
        if (supplier == null) {
            return conditions;
        }
        Object made = DefaultValues.make((Class<? extends Supplier<?>>) supplier);
        switch (made) {
            case Cond<?> condition -> conditions.add(condition);
            case Map<?, ?> lookups ->
                lookups.forEach((lookup, value) -> conditions.add(Cond.lookup(String.valueOf(lookup), value)));
            case null, default ->
                throw new QueryError(
                        field + " has limitChoicesFrom = " + supplier.getSimpleName() + ".class, which gives " + made
                                + ". Give a condition such as Author_.active.isTrue(), or a Map of lookups and values.");
        }
        return conditions;
    }

    /** The fixed lookups with their values as written. */
    public static Map<String, String> lookups(FieldMeta field) {
        Map<String, String> lookups = new LinkedHashMap<>();
        for (String limit : field.declaration().texts("limitChoicesTo")) {
            int at = limit.indexOf('=');
            if (at <= 0) {
                throw new QueryError(field + " has limitChoicesTo = \"" + limit
                        + "\". Write a lookup and a value, as in \"status=open\".");
            }
            lookups.put(limit.substring(0, at).strip(), limit.substring(at + 1).strip());
        }
        return lookups;
    }

    /** The other model's rows, those of its default manager, that forms offer for a relation. */
    public static QuerySet<?> offered(FieldMeta field) {
        QuerySet<?> rows = field.target().manager().all();
        if (!has(field)) {
            return rows;
        }
        // A condition through many rows must not repeat what it finds.
        return rows.filter("pk__in", meeting(field.target().rows(), of(field)));
    }

    @SuppressWarnings("unchecked") // the conditions start from the rows' model
    private static <M> QuerySet<M> meeting(QuerySet<M> rows, List<Cond<?>> conditions) {
        QuerySet<M> left = rows;
        for (Cond<?> condition : conditions) {
            left = left.filter((Cond<M>) condition);
        }
        return left;
    }
}
