package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/** The names constraints and indexes have in the database. Where no database is at hand they follow from how Quintet and Django name them. */
public class ConstraintNames {
    private final SchemaDialect dialect;

    public ConstraintNames(SchemaDialect dialect) {
        this.dialect = dialect;
    }

    /** Foreign keys of a column. */
    public List<String> foreignKeys(SchemaField field) {
        if (!field.isForeignKey()) {
            return List.of();
        }
        List<SchemaField> targets = field.targets();
        return List.of(Names.index(
                field.model().table(),
                IndexSql.columns(List.of(field)),
                "_fk_" + targets.getFirst().model().table() + "_" + String.join("_", IndexSql.columns(targets)),
                dialect.maxNameLength()));
    }

    /** Unique constraints of exactly these columns. */
    public List<String> uniques(SchemaModel model, List<String> columns) {
        if (columns.size() == 1 && dialect.maxNameLength() > 0) {
            return List.of(generated(model, columns.getFirst(), "key"));
        }
        return List.of(Names.index(model.table(), columns, "_uniq", dialect.maxNameLength()));
    }

    /** Plain indexes of exactly these columns. */
    public List<String> indexes(SchemaModel model, List<SchemaField> fields, String suffix) {
        List<String> columns = IndexSql.columns(fields);
        List<String> names = new ArrayList<>();
        names.add(Names.index(model.table(), columns, suffix, dialect.maxNameLength()));
        String type = fields.size() == 1 ? dialect.type(fields.getFirst()) : null;
        if (dialect.vendor().equals("postgresql")
                && type != null
                && (type.startsWith("varchar") || type.startsWith("text"))) {
            names.add(Names.index(model.table(), columns, "_like", dialect.maxNameLength()));
        }
        return names;
    }

    /** Checks of a column. */
    public List<String> checks(SchemaField field) {
        return List.of(generated(field.model(), field.column(), "check"));
    }

    /** Whether a foreign key would have no index without this one. Unknown without a database: no. */
    public boolean isOnlyIndexFor(SchemaField field, String index) {
        return false;
    }

    /** The primary key. */
    public List<String> primaryKeys(SchemaModel model) {
        return List.of(Names.truncate(model.table() + "_pkey", dialect.maxNameLength()));
    }

    /** The name the database itself gives. */
    private String generated(SchemaModel model, String column, String suffix) {
        if (dialect.vendor().equals("mysql")) {
            return column;
        }
        String name = model.table() + "_" + column + "_" + suffix;
        return name.length() <= 63 ? name : name.substring(0, 63);
    }
}
