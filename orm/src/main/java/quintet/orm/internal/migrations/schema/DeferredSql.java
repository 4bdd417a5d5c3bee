package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that runs at the end of a migration and follows renames of the tables and columns it names until then. The text has
 * {@code %(part)s} placeholders.
 */
final class DeferredSql {
    private static final Pattern PLACE = Pattern.compile("%\\((\\w+)\\)s");

    /** A part whose text depends on names that may still change. */
    interface Part {
        String sql();

        default boolean references(String table) {
            return false;
        }

        default boolean references(String table, String column) {
            return false;
        }

        default void renameTable(String from, String to) {}

        default void renameColumn(String table, String from, String to) {}
    }

    private final String template;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    DeferredSql(String template) {
        this.template = template;
    }

    DeferredSql with(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    DeferredSql with(String name, String text) {
        return with(name, () -> text);
    }

    boolean references(String table) {
        return parts.values().stream().anyMatch(part -> part.references(table));
    }

    boolean references(String table, String column) {
        return parts.values().stream().anyMatch(part -> part.references(table, column));
    }

    void renameTable(String from, String to) {
        parts.values().forEach(part -> part.renameTable(from, to));
    }

    void renameColumn(String table, String from, String to) {
        parts.values().forEach(part -> part.renameColumn(table, from, to));
    }

    String sql() {
        Matcher matcher = PLACE.matcher(template);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            Part part = parts.get(matcher.group(1));
            matcher.appendReplacement(out, Matcher.quoteReplacement(part == null ? "" : part.sql()));
        }
        return matcher.appendTail(out).toString();
    }

    @Override
    public String toString() {
        return sql();
    }

    /** A quoted table name. */
    static final class Table implements Part {
        private final SchemaDialect dialect;
        private String table;

        Table(SchemaDialect dialect, String table) {
            this.dialect = dialect;
            this.table = table;
        }

        @Override
        public String sql() {
            return dialect.quote(table);
        }

        @Override
        public boolean references(String other) {
            return table.equals(other);
        }

        @Override
        public void renameTable(String from, String to) {
            if (table.equals(from)) {
                table = to;
            }
        }
    }

    /** Quoted columns, each with a suffix such as {@code DESC}. */
    static final class Columns implements Part {
        private final SchemaDialect dialect;
        private String table;
        private final List<String> columns;
        private final List<String> suffixes;

        Columns(SchemaDialect dialect, String table, List<String> columns, List<String> suffixes) {
            this.dialect = dialect;
            this.table = table;
            this.columns = new ArrayList<>(columns);
            this.suffixes = suffixes;
        }

        @Override
        public String sql() {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String suffix = i < suffixes.size() ? suffixes.get(i) : "";
                texts.add(dialect.quote(columns.get(i)) + (suffix.isEmpty() ? "" : " " + suffix));
            }
            return String.join(", ", texts);
        }

        @Override
        public boolean references(String other) {
            return table.equals(other);
        }

        @Override
        public boolean references(String other, String column) {
            return table.equals(other) && columns.contains(column);
        }

        @Override
        public void renameTable(String from, String to) {
            if (table.equals(from)) {
                table = to;
            }
        }

        @Override
        public void renameColumn(String other, String from, String to) {
            if (table.equals(other)) {
                columns.replaceAll(c -> c.equals(from) ? to : c);
            }
        }
    }

    /** A name derived from a table and columns. */
    static final class Name implements Part {
        private final SchemaDialect dialect;
        private final Columns columns;
        private final String suffix;

        Name(SchemaDialect dialect, String table, List<String> columns, String suffix) {
            this.dialect = dialect;
            this.columns = new Columns(dialect, table, columns, List.of());
            this.suffix = suffix;
        }

        @Override
        public String sql() {
            return dialect.quote(Names.index(columns.table, columns.columns, suffix, dialect.maxNameLength()));
        }

        @Override
        public boolean references(String table) {
            return columns.references(table);
        }

        @Override
        public boolean references(String table, String column) {
            return columns.references(table, column);
        }

        @Override
        public void renameTable(String from, String to) {
            columns.renameTable(from, to);
        }

        @Override
        public void renameColumn(String table, String from, String to) {
            columns.renameColumn(table, from, to);
        }
    }

    /** The name of a foreign key, derived from both ends. */
    static final class KeyName implements Part {
        private final SchemaDialect dialect;
        private final Columns from;
        private final Columns to;
        private final String suffix;

        KeyName(
                SchemaDialect dialect,
                String table,
                List<String> columns,
                String toTable,
                List<String> toColumns,
                String suffix) {
            this.dialect = dialect;
            this.from = new Columns(dialect, table, columns, List.of());
            this.to = new Columns(dialect, toTable, toColumns, List.of());
            this.suffix = suffix;
        }

        @Override
        public String sql() {
            String text =
                    suffix.replace("%(to_table)s", to.table).replace("%(to_column)s", String.join("_", to.columns));
            return dialect.quote(Names.index(from.table, from.columns, text, dialect.maxNameLength()));
        }

        @Override
        public boolean references(String table) {
            return from.references(table) || to.references(table);
        }

        @Override
        public boolean references(String table, String column) {
            return from.references(table, column) || to.references(table, column);
        }

        @Override
        public void renameTable(String old, String now) {
            from.renameTable(old, now);
            to.renameTable(old, now);
        }

        @Override
        public void renameColumn(String table, String old, String now) {
            from.renameColumn(table, old, now);
            to.renameColumn(table, old, now);
        }
    }

    /** SQL text over the columns of a table. */
    static final class Text implements Part {
        private final SchemaDialect dialect;
        private String table;
        private String text;

        Text(SchemaDialect dialect, String table, String text) {
            this.dialect = dialect;
            this.table = table;
            this.text = text;
        }

        @Override
        public String sql() {
            return text;
        }

        @Override
        public boolean references(String other) {
            return table.equals(other);
        }

        @Override
        public boolean references(String other, String column) {
            return table.equals(other) && text.contains(dialect.quote(column));
        }

        @Override
        public void renameTable(String from, String to) {
            if (table.equals(from)) {
                table = to;
            }
        }

        @Override
        public void renameColumn(String other, String from, String to) {
            if (table.equals(other)) {
                text = text.replace(dialect.quote(from), dialect.quote(to));
            }
        }
    }
}
