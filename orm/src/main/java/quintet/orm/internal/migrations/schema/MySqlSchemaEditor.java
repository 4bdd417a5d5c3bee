package quintet.orm.internal.migrations.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.IndexState;

/** Changes tables of MariaDB and MySQL. */
public final class MySqlSchemaEditor extends SchemaEditor {
    private final boolean mariaDb;

    public MySqlSchemaEditor(MySqlDialect dialect, SqlSink sink, ConstraintNames names) {
        super(dialect, sink, names);
        this.mariaDb = dialect.isMariaDb();
    }

    @Override
    protected SpanningKeys spanning() {
        return new SpanningKeys(this, names, indexes) {
            @Override
            void dropForeignKey(SchemaModel model, String name) {
                change(model, "DROP FOREIGN KEY " + quote(name));
            }

            @Override
            void dropUnique(SchemaModel model, String name) {
                // The foreign key that it served is gone already.
                change(model, "DROP INDEX " + quote(name));
            }

            @Override
            void dropIndex(SchemaModel model, String name) {
                MySqlSchemaEditor.this.dropIndex(model, name);
            }

            @Override
            void alterColumn(SchemaField old, SchemaField now) {
                MySqlSchemaEditor.this.alterPart(old, now);
            }

            @Override
            List<DeferredSql> indexesOf(SchemaField field) {
                return fieldIndexes(field);
            }
        };
    }

    private void alterPart(SchemaField old, SchemaField now) {
        alterColumn(old, now, String.valueOf(dialect.type(old)), String.valueOf(dialect.type(now)));
    }

    @Override
    protected void alterColumns(SchemaField old, SchemaField now) {
        spanning().alter(old, now);
    }

    @Override
    protected void alterKeyColumn(SchemaField old, SchemaField now, List<SpanningKeys.Pair> followers) {
        SpanningKeys spanning = spanning();
        spanning.alterKey(followers, () -> alterPart(old, now), spanning::follow);
    }

    @Override
    protected void afterCreate(SchemaModel model) {
        if (model.state().options().get("db_table_comment") instanceof String comment && !comment.isEmpty()) {
            alterTableComment(model, comment);
        }
        for (SchemaField field : model.columns()) {
            comment(field);
        }
    }

    @Override
    public void alterTableComment(SchemaModel model, @Nullable String comment) {
        change(model, "COMMENT = " + dialect.literal(comment == null ? "" : comment));
    }

    private void comment(SchemaField field) {
        if (field.state().has("db_comment")) {
            change(field.model(), "MODIFY " + quote(field.column()) + " " + definition(field));
        }
    }

    /** A column's whole definition but its keys, which {@code MODIFY} needs: what it does not say is lost. */
    String definition(SchemaField field) {
        String definition = String.valueOf(columns.definition(field, false)).replaceFirst(" (PRIMARY KEY|UNIQUE)$", "");
        String check = dialect.check(field);
        Object comment = field.state().option("db_comment");
        return definition
                + (check == null ? "" : " CHECK (" + check + ")")
                + (comment == null || comment.toString().isEmpty()
                        ? ""
                        : " COMMENT " + dialect.literal(comment.toString()));
    }

    /** Foreign keys bring their index; long texts cannot have one without a length. */
    @Override
    protected List<DeferredSql> fieldIndexes(SchemaField field) {
        return field.dbConstraint()
                        || field.columnFields().stream().anyMatch(part -> MySqlDialect.isLong(dialect.type(part)))
                ? List.of()
                : super.fieldIndexes(field);
    }

    @Override
    public void alterTable(String from, String to) {
        if (!from.equals(to)) {
            execute("RENAME TABLE " + quote(from) + " TO " + quote(to));
            deferred.forEach(statement -> statement.renameTable(from, to));
        }
    }

    @Override
    protected String dropSuffix() {
        return " CASCADE";
    }

    @Override
    protected void dropUnique(SchemaModel model, String name) {
        keepKeyIndex(model, name);
        change(model, "DROP INDEX " + quote(name));
    }

    @Override
    protected void dropIndex(SchemaModel model, String name) {
        keepKeyIndex(model, name);
        execute("DROP INDEX " + quote(name) + " ON " + quote(model.table()));
    }

    /** A foreign key needs an index that starts with its column: where another one served, it gets its own first. */
    private void keepKeyIndex(SchemaModel model, String index) {
        for (SchemaField field : model.fields()) {
            if (field.dbConstraint() && names.isOnlyIndexFor(field, index)) {
                execute(indexes.index(model, List.of(field), "", List.of()).sql());
            }
        }
    }

    @Override
    protected String columnForeignKey(SchemaField field) {
        SchemaField target = field.target();
        return ", ADD CONSTRAINT " + indexes.keyName(field, FK_SUFFIX).sql() + " FOREIGN KEY (" + quote(field.column())
                + ") REFERENCES " + quote(target.model().table()) + "(" + quote(target.column()) + ")"
                + IndexSql.onDelete(field);
    }

    @Override
    protected void afterAddColumn(SchemaField field) {
        if (!field.hasDbDefault() && columns.effectiveDefault(field) != null) {
            change(field.model(), "ALTER COLUMN " + quote(field.column()) + " DROP DEFAULT");
        }
        comment(field);
    }

    @Override
    protected void beforeDropColumn(SchemaField field) {
        if (field.dbConstraint()) {
            dropKeys(field);
        }
    }

    @Override
    protected void alterColumn(SchemaField old, SchemaField now, String oldType, String newType) {
        new MySqlAlteration(this, old, now, oldType, newType).run();
    }

    @Override
    protected void alterManyToMany(SchemaField old, SchemaField now) {
        alterTable(old.through().table(), now.through().table());
        List<SchemaField> oldEnds = ThroughModel.ends(old);
        List<SchemaField> newEnds = ThroughModel.ends(now);
        alterField(oldEnds.get(1), newEnds.get(1));
        alterField(oldEnds.get(0), newEnds.get(0));
    }

    @Override
    public void renameIndex(SchemaModel model, IndexState old, String newName) {
        change(model, "RENAME INDEX " + quote(old.name()) + " TO " + quote(newName));
    }

    @Override
    public void addConstraint(SchemaModel model, ConstraintState constraint) {
        switch (constraint) {
            case ConstraintState.Check c ->
                execute(indexes.addCheck(model, c.name(), new ExpressionSql(dialect, model).condition(c.condition())));
            case ConstraintState.Unique u -> {
                if (indexes.supports(u)) {
                    execute(indexes.unique(model, u).sql());
                }
            }
            case ConstraintState.Exclusion x -> indexes.exclusion(model, x); // says that there is no such thing here
        }
    }

    @Override
    public void removeConstraint(SchemaModel before, SchemaModel after, ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique u) {
            if (indexes.supports(u)) {
                dropUnique(before, u.name()); // one of expressions is an index, which goes the same way
            }
        } else {
            dropConstraint(before, constraint.name());
        }
    }

    // What one alteration of a column needs of the editor.

    void dropConstraint(SchemaModel model, String name) {
        change(model, (mariaDb ? "DROP CONSTRAINT IF EXISTS " : "DROP CHECK ") + quote(name));
    }

    void dropKeys(SchemaField field) {
        names.foreignKeys(field).forEach(name -> change(field.model(), "DROP FOREIGN KEY " + quote(name)));
    }

    void dropUniques(SchemaField field) {
        names.uniques(field.model(), List.of(field.column())).forEach(name -> dropUnique(field.model(), name));
    }

    void dropIndexes(SchemaField field) {
        names.indexes(field.model(), List.of(field), "").forEach(name -> dropIndex(field.model(), name));
    }

    void renameColumn(SchemaModel model, String from, String to) {
        change(model, "RENAME COLUMN " + quote(from) + " TO " + quote(to));
        deferred.forEach(statement -> statement.renameColumn(model.table(), from, to));
    }

    void change(SchemaModel model, String change) {
        execute("ALTER TABLE " + quote(model.table()) + " " + change);
    }

    ColumnSql columnSql() {
        return columns;
    }

    IndexSql indexSql() {
        return indexes;
    }

    String quoted(String name) {
        return quote(name);
    }
}
