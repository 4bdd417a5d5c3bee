package quintet.orm.internal.migrations.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.migrations.MigrationException;

/** What one kind of database can do and how it spells things: column types, literals, features. */
public abstract class SchemaDialect {
    /** Things databases do or do not do. */
    public enum Feature {
        PARTIAL_INDEXES,
        COVERING_INDEXES,
        EXPRESSION_INDEXES,
        DEFERRABLE_UNIQUE,
        NULLS_DISTINCT,
        COMMENTS,
        TRANSACTIONAL_DDL,
        INLINE_FOREIGN_KEYS,
        DEFERRABLE_FOREIGN_KEYS
    }

    /** Field classes that no other database has a type for. */
    private static final Set<String> POSTGRES_ONLY = Set.of(
            "ArrayField",
            "HStoreField",
            "IntegerRangeField",
            "BigIntegerRangeField",
            "DecimalRangeField",
            "DateRangeField",
            "DateTimeRangeField",
            "SearchVectorField");

    private final Set<Feature> features;

    protected SchemaDialect(Set<Feature> features) {
        this.features = features;
    }

    public final boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** What the database can do, under Django's names. */
    public final Set<String> features() {
        return DatabaseFeatures.of(product());
    }

    /** {@code sqlite}, {@code postgresql}, {@code mysql}. */
    public abstract String vendor();

    /** What it is called where MariaDB and MySQL differ: {@code mariadb} or {@code mysql}; else the vendor. */
    public String product() {
        return vendor();
    }

    /** A default as it stands in a column's definition. */
    public String columnDefault(SchemaField field, String literal) {
        return literal;
    }

    /** The longest name of a table, column or index in characters; 0 for no limit. */
    public abstract int maxNameLength();

    /** A name in quotes; a name that is quoted already stays. */
    public String quote(String name) {
        return name.startsWith("\"") && name.endsWith("\"") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The column type of a field that is not a relation, or null when it has none. */
    protected abstract @Nullable String plainType(SchemaField field);

    /** The type of a column that points to the given field. */
    protected abstract @Nullable String referenceType(SchemaField target);

    /** The condition a column of this type must meet, or null. */
    public abstract @Nullable String check(SchemaField field);

    /** What follows the column's definition, such as {@code AUTOINCREMENT}, or null. */
    public abstract @Nullable String suffix(SchemaField field);

    /** The clause that names a column's collation, with a leading blank. */
    public String collate(String collation) {
        return " COLLATE " + quote(collation);
    }

    /** What follows the table's name in an INSERT where all columns take their defaults. */
    public String emptyInsert() {
        return " DEFAULT VALUES";
    }

    /** A prepared value as a literal. */
    public abstract String literal(@Nullable Object prepared);

    /** A value in the form the database stores for a field of this type. */
    public abstract @Nullable Object prepare(SchemaField field, @Nullable Object value);

    /** The column type of a field, or null when it has no column. */
    public @Nullable String type(SchemaField field) {
        if (!field.hasColumn()) {
            return null;
        }
        SchemaField holds = field.holds();
        if (holds != null) {
            return referenceTypeThrough(holds);
        }
        if (field.isForeignKey()) {
            return referenceTypeThrough(field.target());
        }
        SchemaField kept = field.isGenerated() ? Generated.output(field) : field;
        if (POSTGRES_ONLY.contains(kept.type()) && !vendor().equals("postgresql")) {
            throw new MigrationException(
                    "The field " + field + " is of the kind " + kept.type()
                            + ", which only PostgreSQL has, but this database is " + vendor()
                            + ". Move the model to a PostgreSQL database with a router, or use another field, such as a JSON one.");
        }
        return plainType(kept);
    }

    private @Nullable String referenceTypeThrough(SchemaField target) {
        SchemaField holds = target.holds();
        if (holds != null) {
            return referenceTypeThrough(holds);
        }
        return target.isForeignKey() ? referenceTypeThrough(target.target()) : referenceType(target);
    }

    /** The field whose type decides about a column: the end of a chain of keys, or a generated column's output. */
    protected static SchemaField storage(SchemaField field) {
        SchemaField result = field;
        while (result.isForeignKey() || result.holds() != null) {
            SchemaField holds = result.holds();
            result = holds != null ? holds : result.target();
        }
        return result.isGenerated() ? Generated.output(result) : result;
    }
}
