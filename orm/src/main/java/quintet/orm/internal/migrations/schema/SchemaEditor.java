package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.IndexState;

/**
 * Changes tables: the part all databases share. Statements that may have to wait until all tables are there (indexes, foreign keys)
 * are kept until {@link #finish}.
 */
public abstract class SchemaEditor {
    protected final SchemaDialect dialect;
    protected final ConstraintNames names;
    protected final ColumnSql columns;
    protected final IndexSql indexes;
    private final SqlSink sink;
    private boolean transactional;
    protected final List<DeferredSql> deferred = new ArrayList<>();

    protected SchemaEditor(SchemaDialect dialect, SqlSink sink, ConstraintNames names) {
        this.dialect = dialect;
        this.sink = sink;
        this.names = names;
        this.columns = new ColumnSql(dialect);
        this.indexes = new IndexSql(dialect);
    }

    public final SchemaDialect dialect() {
        return dialect;
    }

    /** Says whether the statements run within a transaction. */
    public final void transactional(boolean within) {
        transactional = within;
    }

    /** Whether the statements run within a transaction. */
    final boolean isTransactional() {
        return transactional;
    }

    /** Runs one statement. */
    public final void execute(String sql) {
        sink.execute(sql);
    }

    /** Runs the statements that waited. */
    public final void finish() {
        List<DeferredSql> waiting = new ArrayList<>(deferred);
        deferred.clear();
        waiting.forEach(statement -> execute(statement.sql()));
    }

    protected final String quote(String name) {
        return dialect.quote(name);
    }

    /** Creates a model's table, with the tables of its many-to-many fields. */
    public void createModel(SchemaModel model) {
        for (List<String> group : model.state().together("unique_together")) {
            defer(indexes.uniqueTogether(model, group.stream().map(model::field).toList()));
        }
        List<String> parts = new ArrayList<>();
        for (SchemaField field : model.columns()) {
            String definition = tableColumn(field);
            if (definition != null) {
                parts.add(quote(field.column()) + " " + definition);
            }
        }
        List<SchemaField> spanning =
                model.fields().stream().filter(SchemaField::spans).toList();
        spanning.forEach(field -> spanningKey(field, parts));
        for (ConstraintState constraint : model.state().constraints()) {
            String inline = inlineOrDefer(model, constraint);
            if (inline != null) {
                parts.add(inline);
            }
        }
        compositeKey(model, parts);
        execute("CREATE TABLE " + quote(model.table()) + " (" + String.join(", ", parts) + ")" + tableSuffix(model));
        afterCreate(model);
        modelIndexes(model);
        for (SchemaField field : model.manyToMany()) {
            if (field.autoThrough()) {
                createModel(field.through());
            }
        }
    }

    private void compositeKey(SchemaModel model, List<String> parts) {
        for (SchemaField field : model.fields()) {
            if (field.isComposite() || (field.spans() && field.primaryKey())) {
                parts.add("PRIMARY KEY (" + quoted(model.keyColumns()) + ")");
            }
        }
    }

    private String quoted(List<SchemaField> fields) {
        return IndexSql.columns(fields).stream().map(this::quote).collect(Collectors.joining(", "));
    }

    /** The foreign key and the unique constraint of a reference with several columns, in or after a table's definition. */
    private void spanningKey(SchemaField field, List<String> parts) {
        if (field.dbConstraint()) {
            if (dialect.has(SchemaDialect.Feature.INLINE_FOREIGN_KEYS)) {
                List<SchemaField> targets = field.targets();
                parts.add("FOREIGN KEY (" + quoted(List.of(field)) + ") REFERENCES "
                        + quote(targets.getFirst().model().table()) + " (" + quoted(targets) + ")"
                        + IndexSql.onDelete(field) + " DEFERRABLE INITIALLY DEFERRED");
            } else {
                defer(indexes.foreignKey(field, FK_SUFFIX));
            }
        }
        defer(spanningUnique(field));
    }

    /** The unique constraint of a one-to-one relation with several columns, unless they are the primary key. */
    protected final @Nullable DeferredSql spanningUnique(SchemaField field) {
        boolean key = IndexSql.columns(field.model().keyColumns()).equals(IndexSql.columns(List.of(field)));
        return field.unique() && !key ? indexes.uniqueTogether(field.model(), List.of(field)) : null;
    }

    private @Nullable String tableColumn(SchemaField field) {
        String definition = columns.definition(field, false);
        if (definition == null) {
            return null;
        }
        definition = checked(field, definition, false);
        if (field.isForeignKey() && field.dbConstraint()) {
            if (dialect.has(SchemaDialect.Feature.INLINE_FOREIGN_KEYS)) {
                definition += inlineForeignKey(field);
            } else {
                defer(indexes.foreignKey(field, FK_SUFFIX));
            }
        }
        return definition;
    }

    static final String FK_SUFFIX = "_fk_%(to_table)s_%(to_column)s";

    /** A definition with the column's check and suffix; their order differs between new tables and new columns. */
    private String checked(SchemaField field, String definition, boolean suffixFirst) {
        String check = dialect.check(field) == null ? "" : " CHECK (" + dialect.check(field) + ")";
        String suffix = dialect.suffix(field) == null ? "" : " " + dialect.suffix(field);
        return definition + (suffixFirst ? suffix + check : check + suffix);
    }

    protected final String inlineForeignKey(SchemaField field) {
        SchemaField target = field.target();
        return " REFERENCES " + quote(target.model().table()) + " (" + quote(target.column()) + ")"
                + IndexSql.onDelete(field) + " DEFERRABLE INITIALLY DEFERRED";
    }

    private @Nullable String inlineOrDefer(SchemaModel model, ConstraintState constraint) {
        String inline = indexes.inline(model, constraint);
        if (inline == null && constraint instanceof ConstraintState.Unique u && indexes.supports(u)) {
            defer(indexes.unique(model, u));
        }
        return inline;
    }

    private void modelIndexes(SchemaModel model) {
        for (SchemaField field : model.fields()) {
            if (field.hasColumn() || field.spans()) {
                fieldIndexes(field).forEach(this::defer);
            }
        }
        for (List<String> group : model.state().together("index_together")) {
            defer(indexes.index(model, group.stream().map(model::field).toList(), "_idx", List.of()));
        }
        for (IndexState index : model.state().indexes()) {
            defer(indexes.index(model, index));
        }
    }

    protected final void defer(@Nullable DeferredSql statement) {
        if (statement != null) {
            deferred.add(statement);
        }
    }

    /** The indexes a column has by itself. */
    protected List<DeferredSql> fieldIndexes(SchemaField field) {
        return field.dbIndex() && !field.unique()
                ? List.of(indexes.index(field.model(), List.of(field), "", List.of()))
                : List.of();
    }

    /** What stands behind a table's definition. */
    protected String tableSuffix(SchemaModel model) {
        return "";
    }

    /** What else a new table needs. */
    protected void afterCreate(SchemaModel model) {}

    /** Drops a model's table, with the tables of its many-to-many fields. */
    public void deleteModel(SchemaModel model) {
        for (SchemaField field : model.manyToMany()) {
            if (field.autoThrough()) {
                deleteModel(field.through());
            }
        }
        dropTable(model);
    }

    protected final void dropTable(SchemaModel model) {
        execute("DROP TABLE " + quote(model.table()) + dropSuffix());
        deferred.removeIf(statement -> statement.references(model.table()));
    }

    protected String dropSuffix() {
        return "";
    }

    /** Renames a table. */
    public void alterTable(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        execute("ALTER TABLE " + quote(from) + " RENAME TO " + quote(to));
        deferred.forEach(statement -> statement.renameTable(from, to));
    }

    /** Sets or drops a table's comment, where the database keeps comments. */
    public void alterTableComment(SchemaModel model, @Nullable String comment) {}

    /** Changes the groups of fields that are unique together. */
    public void alterUniqueTogether(SchemaModel model, List<List<String>> old, List<List<String>> now) {
        new TogetherChange(this).unique(model, old, now);
    }

    /** Changes the groups of fields that share an index. */
    public void alterIndexTogether(SchemaModel model, List<List<String>> old, List<List<String>> now) {
        new TogetherChange(this).index(model, old, now);
    }

    protected abstract void dropUnique(SchemaModel model, String name);

    protected abstract void dropIndex(SchemaModel model, String name);

    /** Adds a field's column, or the table of a many-to-many field. */
    public void addField(SchemaField field) {
        if (field.isManyToMany()) {
            if (field.autoThrough()) {
                createModel(field.through());
            }
            return;
        }
        if (field.spans()) {
            addSpanning(field);
        } else if (addColumn(field)) {
            fieldIndexes(field).forEach(this::defer);
        }
    }

    private boolean addColumn(SchemaField field) {
        String definition = columns.definition(field, true);
        if (definition == null) {
            return false;
        }
        definition = checked(field, definition, true);
        if (field.isForeignKey() && field.dbConstraint()) {
            definition += columnForeignKey(field);
        }
        execute("ALTER TABLE " + quote(field.model().table()) + " ADD COLUMN " + quote(field.column()) + " "
                + definition);
        afterAddColumn(field);
        return true;
    }

    private void addSpanning(SchemaField field) {
        field.columnFields().forEach(this::addColumn);
        if (field.dbConstraint()) {
            defer(indexes.foreignKey(field, FK_SUFFIX));
        }
        defer(spanningUnique(field));
        fieldIndexes(field).forEach(this::defer);
    }

    protected abstract String columnForeignKey(SchemaField field);

    protected void afterAddColumn(SchemaField field) {}

    /** Removes a field's column, or the table of a many-to-many field. */
    public void removeField(SchemaField field) {
        if (field.isManyToMany()) {
            if (field.autoThrough()) {
                deleteModel(field.through());
            }
            return;
        }
        if (field.spans()) {
            spanning().drop(field);
            return;
        }
        if (dialect.type(field) == null) {
            return;
        }
        beforeDropColumn(field);
        execute("ALTER TABLE " + quote(field.model().table()) + " DROP COLUMN " + quote(field.column()));
        deferred.removeIf(statement -> statement.references(field.model().table(), field.column()));
    }

    protected void beforeDropColumn(SchemaField field) {}

    /** Changes a field's column; the two fields belong to the states before and after. */
    public final void alterField(SchemaField old, SchemaField now) {
        if (!FieldDifference.inDatabase(old, now)) {
            return;
        }
        String oldType = dialect.type(old);
        String newType = dialect.type(now);
        if (old.isManyToMany() && now.isManyToMany()) {
            if (old.autoThrough() && now.autoThrough()) {
                alterManyToMany(old, now);
                return;
            }
            if (!old.autoThrough() && !now.autoThrough()) {
                return;
            }
        }
        if (old.spans() || now.spans()) {
            alterSpanning(old, now);
            return;
        }
        if (oldType == null || newType == null) {
            throw new IncompatibleFieldsException("Cannot alter field " + old + " into " + now
                    + " - they are not compatible types (you cannot alter to or from M2M fields, or add or remove"
                    + " through= on M2M fields)");
        }
        if (FieldDifference.ofComputation(columns, old, now)) {
            throw new IncompatibleFieldsException("Modifying GeneratedFields is not supported - the field " + now
                    + " must be removed and re-added with the new definition.");
        }
        List<SpanningKeys.Pair> followers = SpanningKeys.followers(old, now);
        if (followers.isEmpty()) {
            alterColumn(old, now, oldType, newType);
        } else {
            alterKeyColumn(old, now, followers);
        }
    }

    private void alterSpanning(SchemaField old, SchemaField now) {
        List<SchemaField> before = old.columnFields();
        List<SchemaField> after = now.columnFields();
        if (before.size() != after.size()) {
            throw new IncompatibleFieldsException("Cannot alter field " + old + " into " + now + ": it would have "
                    + after.size() + " columns instead of " + before.size()
                    + ". Add a new field, copy the rows' values with runJava, and remove the old one.");
        }
        alterColumns(old, now);
    }

    /** How references with several columns are changed here. */
    protected abstract SpanningKeys spanning();

    /** Changes a reference that has several columns, now or before. */
    protected abstract void alterColumns(SchemaField old, SchemaField now);

    /** Changes a column that references with several columns point to, and theirs with it. */
    protected abstract void alterKeyColumn(SchemaField old, SchemaField now, List<SpanningKeys.Pair> followers);

    protected abstract void alterManyToMany(SchemaField old, SchemaField now);

    protected abstract void alterColumn(SchemaField old, SchemaField now, String oldType, String newType);

    /** Creates an index. */
    public final void addIndex(SchemaModel model, IndexState index) {
        DeferredSql statement = indexes.index(model, index);
        if (statement != null) {
            execute(statement.sql());
        }
    }

    /** Drops an index. */
    public final void removeIndex(SchemaModel model, IndexState index) {
        if (indexes.index(model, index) != null) {
            dropIndex(model, index.name());
        }
    }

    /** Renames an index. */
    public abstract void renameIndex(SchemaModel model, IndexState old, String newName);

    /** Adds a constraint. */
    public abstract void addConstraint(SchemaModel model, ConstraintState constraint);

    /** Removes a constraint; the model is the one that still has it. */
    public abstract void removeConstraint(SchemaModel before, SchemaModel after, ConstraintState constraint);

    /** Whether two constraints differ for the database. */
    public static boolean sameInDatabase(ConstraintState a, ConstraintState b) {
        return Objects.equals(a.violation(null, null), b.violation(null, null));
    }
}
