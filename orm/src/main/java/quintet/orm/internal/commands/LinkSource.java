package quintet.orm.internal.commands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes references to keys with several fields for {@code inspectdb}. */
final class LinkSource {
    private LinkSource() {}

    /**
     * The foreign keys that can be one reference each: to a table that is written too, with columns that no other such reference has,
     * all of them in the table's primary key or none.
     */
    static List<TableReader.Link> usable(TableReader.Table table, Set<String> tables) {
        List<TableReader.Link> usable = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (TableReader.Link link : table.links()) {
            long inKey = link.columns().stream().filter(table.key()::contains).count();
            boolean whole = inKey == 0 || inKey == link.columns().size();
            if (whole
                    && tables.contains(link.target())
                    && link.columns().stream().noneMatch(taken::contains)) {
                usable.add(link);
                taken.addAll(link.columns());
            }
        }
        return usable;
    }

    /** The reference a column is part of, or null. */
    static TableReader.@Nullable Link of(List<TableReader.Link> links, TableReader.Column column) {
        return links.stream()
                .filter(link -> link.columns().contains(column.name()))
                .findFirst()
                .orElse(null);
    }

    /** The field with its annotations. */
    static String field(TableReader.Table table, TableReader.Link link, Set<String> used) {
        String prefix = prefix(link);
        String name = ModelSource.fieldName(prefix == null ? link.target() : prefix, false, used);
        List<String> derived = link.targetKey().stream()
                .map(column -> ModelSource.snake(name) + "_" + column)
                .toList();
        boolean key = table.key().containsAll(link.columns());
        boolean nullable = !key
                && table.columns().stream()
                        .anyMatch(column -> column.nullable() && link.columns().contains(column.name()));
        String columns = derived.equals(link.columns())
                ? ""
                : link.columns().stream()
                        .map(column -> '"' + column + '"')
                        .collect(Collectors.joining(", ", ", columns = {", "}"));
        return (key ? "    @PrimaryKey\n" : "")
                + "    @" + (link.unique() ? "OneToOneField" : "ForeignKey")
                + "(onDelete = OnDelete.DO_NOTHING" + columns + ")\n"
                + "    public " + (nullable ? "@Nullable " : "") + "Ref<" + ModelSource.className(link.target()) + "> "
                + name + ";\n";
    }

    /** What the names of all columns have before those of the columns they point to; null if nothing. */
    private static @Nullable String prefix(TableReader.Link link) {
        String first = link.columns().getFirst();
        String end = "_" + link.targetKey().getFirst();
        if (!first.endsWith(end)) {
            return null;
        }
        String prefix = first.substring(0, first.length() - end.length());
        for (int i = 0; i < link.columns().size(); i++) {
            if (!link.columns().get(i).equals(prefix + "_" + link.targetKey().get(i))) {
                return null;
            }
        }
        return prefix.isEmpty() ? null : prefix;
    }
}
