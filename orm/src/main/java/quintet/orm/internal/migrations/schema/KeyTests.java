package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.MigrationRow;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.migrations.MigrationException;

/** Conditions on references with several columns, and on keys with several fields, as conditions on their columns. */
final class KeyTests {
    private KeyTests() {}

    /** The columns of a field that has several, in order; empty for any other. */
    static List<SchemaField> columns(@Nullable SchemaField field) {
        if (field == null || field.hasColumn()) {
            return List.of();
        }
        if (field.isComposite()) {
            return field.model().keyColumns();
        }
        return field.spans() ? field.columnFields() : List.of();
    }

    /** A value for each column of a key; a row stands for its key. */
    static List<@Nullable Object> values(SchemaField field, List<SchemaField> columns, @Nullable Object value) {
        List<@Nullable Object> flat = new ArrayList<>();
        add(value, flat);
        if (value == null) {
            return new ArrayList<>(Collections.nCopies(columns.size(), null));
        }
        if (flat.size() != columns.size()) {
            throw new MigrationException("The field " + field + " has the columns "
                    + columns.stream().map(SchemaField::column).toList() + " and takes a list of " + columns.size()
                    + " values, not " + value + ".");
        }
        return flat;
    }

    private static void add(@Nullable Object value, List<@Nullable Object> into) {
        switch (value) {
            case MigrationRow row -> add(row.id(), into);
            case Collection<?> list -> list.forEach(item -> add(item, into));
            case Object[] array -> Arrays.asList(array).forEach(item -> add(item, into));
            case null, default -> into.add(value);
        }
    }

    /** The test of a model's field as a condition on its columns; null if the field has one column. */
    static SchemaExpr.@Nullable Q expand(SchemaModel model, SchemaExpr.Test test) {
        int split = test.lookup().indexOf("__");
        String name = split < 0 ? test.lookup() : test.lookup().substring(0, split);
        String lookup = split < 0 ? "exact" : test.lookup().substring(split + 2);
        SchemaField field = name.equals("pk") ? model.primaryKey() : model.find(name);
        List<SchemaField> columns = columns(field);
        if (field == null || columns.isEmpty()) {
            return null;
        }
        Object value = test.value();
        return switch (lookup) {
            case "isnull" -> isNull(columns, Boolean.TRUE.equals(value));
            case "exact" -> value == null ? isNull(columns, true) : equal(field, columns, value);
            case "in" -> {
                SchemaExpr.Q any = null;
                for (Object key : (Collection<?>) Objects.requireNonNull(value)) {
                    SchemaExpr.Q one = equal(field, columns, key);
                    any = any == null ? one : any.or(one);
                }
                yield any == null ? SchemaExpr.q("pk__in", List.of()) : any;
            }
            default -> {
                for (int i = 0; i < columns.size() && field.spans(); i++) {
                    SchemaField target = field.targets().get(i);
                    String rest = lookup.contains("__") ? lookup.substring(lookup.indexOf("__")) : "";
                    String own = lookup.contains("__") ? lookup.substring(0, lookup.indexOf("__")) : lookup;
                    if (target.name().equals(own)) {
                        yield SchemaExpr.q(columns.get(i).name() + rest, value);
                    }
                }
                throw new MigrationException("The field " + field + " has several columns and is compared by exact, in"
                        + " and isnull, not by '" + lookup + "'. Compare one of its columns: "
                        + columns.stream().map(SchemaField::name).toList() + ".");
            }
        };
    }

    private static SchemaExpr.Q equal(SchemaField field, List<SchemaField> columns, @Nullable Object value) {
        List<? extends @Nullable Object> values = value instanceof SchemaExpr.F other
                ? columns(field.model().find(other.name())).stream()
                        .map(column -> SchemaExpr.f(column.name()))
                        .toList()
                : values(field, columns, value);
        SchemaExpr.Q all = SchemaExpr.q(columns.getFirst().name(), values.getFirst());
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(SchemaExpr.q(columns.get(i).name(), values.get(i)));
        }
        return all;
    }

    /** Such a reference points nowhere where one of its columns is NULL. */
    private static SchemaExpr.Q isNull(List<SchemaField> columns, boolean yes) {
        SchemaExpr.Q all = SchemaExpr.q(columns.getFirst().name() + "__isnull", yes);
        for (SchemaField column : columns.subList(1, columns.size())) {
            SchemaExpr.Q one = SchemaExpr.q(column.name() + "__isnull", yes);
            all = yes ? all.or(one) : all.and(one);
        }
        return all;
    }
}
