package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.IndexState;

/** Changes tables of PostgreSQL. */
public final class PostgresSchemaEditor extends SchemaEditor {
    public PostgresSchemaEditor(SqlSink sink, ConstraintNames names) {
        super(new PostgresDialect(), sink, names);
    }

    @Override
    protected SpanningKeys spanning() {
        return new SpanningKeys(this, names, indexes) {
            @Override
            void dropForeignKey(SchemaModel model, String name) {
                PostgresSchemaEditor.this.dropForeignKey(model, name);
            }

            @Override
            void dropUnique(SchemaModel model, String name) {
                dropConstraint(model, name);
            }

            @Override
            void dropIndex(SchemaModel model, String name) {
                PostgresSchemaEditor.this.dropIndex(model, name);
            }

            @Override
            void alterColumn(SchemaField old, SchemaField now) {
                PostgresSchemaEditor.this.alterPart(old, now);
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
    protected String tableSuffix(SchemaModel model) {
        return model.state().options().get("db_tablespace") instanceof String space
                ? " TABLESPACE " + quote(space)
                : "";
    }

    @Override
    protected void afterCreate(SchemaModel model) {
        if (model.state().options().get("db_table_comment") instanceof String comment && !comment.isEmpty()) {
            alterTableComment(model, comment);
        }
        for (SchemaField field : model.columns()) {
            if (field.state().has("db_comment")) {
                comment(field);
            }
        }
    }

    @Override
    public void alterTableComment(SchemaModel model, @Nullable String comment) {
        execute("COMMENT ON TABLE " + quote(model.table()) + " IS " + Literals.quoted(comment == null ? "" : comment));
    }

    private void comment(SchemaField field) {
        Object text = field.state().option("db_comment");
        execute("COMMENT ON COLUMN " + quote(field.model().table()) + "." + quote(field.column()) + " IS "
                + Literals.quoted(text == null ? "" : text.toString()));
    }

    @Override
    protected String dropSuffix() {
        return " CASCADE";
    }

    @Override
    protected void dropUnique(SchemaModel model, String name) {
        dropConstraint(model, name);
    }

    private void dropConstraint(SchemaModel model, String name) {
        execute("ALTER TABLE " + quote(model.table()) + " DROP CONSTRAINT " + quote(name));
    }

    private void dropForeignKey(SchemaModel model, String name) {
        execute("SET CONSTRAINTS " + quote(name) + " IMMEDIATE; ALTER TABLE " + quote(model.table())
                + " DROP CONSTRAINT " + quote(name));
    }

    @Override
    protected void dropIndex(SchemaModel model, String name) {
        execute("DROP INDEX IF EXISTS " + quote(name));
    }

    @Override
    protected String columnForeignKey(SchemaField field) {
        SchemaField target = field.target();
        String name = indexes.keyName(field, FK_SUFFIX).sql();
        return " CONSTRAINT " + name + " REFERENCES " + quote(target.model().table()) + "(" + quote(target.column())
                + ")" + IndexSql.onDelete(field) + " DEFERRABLE INITIALLY DEFERRED; SET CONSTRAINTS " + name
                + " IMMEDIATE";
    }

    @Override
    protected void afterAddColumn(SchemaField field) {
        if (!field.hasDbDefault() && columns.effectiveDefault(field) != null) {
            alter(field.model(), "ALTER COLUMN " + quote(field.column()) + " DROP DEFAULT");
        }
        if (field.state().has("db_comment")) {
            comment(field);
        }
    }

    @Override
    protected void beforeDropColumn(SchemaField field) {
        if (field.isForeignKey() && field.dbConstraint()) {
            names.foreignKeys(field).forEach(name -> dropForeignKey(field.model(), name));
        }
    }

    @Override
    protected List<DeferredSql> fieldIndexes(SchemaField field) {
        List<DeferredSql> all = new ArrayList<>(super.fieldIndexes(field));
        DeferredSql like = likeIndex(field);
        if (like != null) {
            all.add(like);
        }
        return all;
    }

    /** Text needs a second index for {@code LIKE} when the collation is not C. */
    private @Nullable DeferredSql likeIndex(SchemaField field) {
        String type = dialect.type(field);
        if (type == null || type.contains("[") || !(field.dbIndex() || field.unique())) {
            return null;
        }
        if (type.startsWith("varchar")) {
            return indexes.index(field.model(), List.of(field), "_like", List.of("varchar_pattern_ops"));
        }
        if (type.startsWith("text")) {
            return indexes.index(field.model(), List.of(field), "_like", List.of("text_pattern_ops"));
        }
        return null;
    }

    private void alter(SchemaModel model, String change) {
        execute("ALTER TABLE " + quote(model.table()) + " " + change);
    }

    private String likeName(SchemaField field) {
        return Names.index(field.model().table(), List.of(field.column()), "_like", dialect.maxNameLength());
    }

    @Override
    protected void alterColumn(SchemaField old, SchemaField now, String oldType, String newType) {
        new PostgresAlteration(this, old, now, oldType, newType).run();
        boolean indexAdded = !(old.dbIndex() || old.unique()) && now.dbIndex();
        if (indexAdded || (!old.unique() && now.unique())) {
            DeferredSql like = likeIndex(now);
            if (like != null) {
                execute(like.sql());
            }
        }
        if (old.unique() && !(now.dbIndex() || now.unique())) {
            dropIndex(now.model(), likeName(old));
        }
    }

    @Override
    protected void alterManyToMany(SchemaField old, SchemaField now) {
        SchemaModel from = old.through();
        SchemaModel to = now.through();
        alterTable(from.table(), to.table());
        List<SchemaField> oldEnds = ThroughModel.ends(old);
        List<SchemaField> newEnds = ThroughModel.ends(now);
        alterField(oldEnds.get(1), newEnds.get(1));
        alterField(oldEnds.get(0), newEnds.get(0));
    }

    @Override
    public void renameIndex(SchemaModel model, IndexState old, String newName) {
        execute("ALTER INDEX " + quote(old.name()) + " RENAME TO " + quote(newName));
    }

    @Override
    public void addConstraint(SchemaModel model, ConstraintState constraint) {
        switch (constraint) {
            case ConstraintState.Check c ->
                execute(indexes.addCheck(model, c.name(), new ExpressionSql(dialect, model).condition(c.condition())));
            case ConstraintState.Unique u -> execute(indexes.unique(model, u).sql());
            case ConstraintState.Exclusion x ->
                execute("ALTER TABLE " + quote(model.table()) + " ADD " + indexes.exclusion(model, x));
        }
    }

    /** Creates an index while others write to the table. */
    void addIndexConcurrently(SchemaModel model, IndexState index) {
        DeferredSql statement = indexes.index(model, index, "CONCURRENTLY ");
        if (statement != null) {
            execute(statement.sql());
        }
    }

    /** Drops an index while others use the table. */
    void removeIndexConcurrently(IndexState index) {
        execute("DROP INDEX CONCURRENTLY IF EXISTS " + quote(index.name()));
    }

    /** Adds a check that rows which exist need not meet yet. */
    void addCheckNotValid(SchemaModel model, ConstraintState.Check check) {
        execute(indexes.addCheck(model, check.name(), new ExpressionSql(dialect, model).condition(check.condition()))
                + " NOT VALID");
    }

    /** Looks whether all rows meet a check. */
    void validateConstraint(SchemaModel model, String name) {
        execute("ALTER TABLE " + quote(model.table()) + " VALIDATE CONSTRAINT " + quote(name));
    }

    @Override
    public void removeConstraint(SchemaModel before, SchemaModel after, ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique u && indexes.isIndex(u)) {
            dropIndex(before, u.name());
        } else {
            dropConstraint(before, constraint.name());
        }
    }

    // What one alteration of a column needs of the editor.

    void dropKeys(SchemaField field) {
        names.foreignKeys(field).forEach(name -> dropForeignKey(field.model(), name));
    }

    void dropUniques(SchemaField field) {
        names.uniques(field.model(), List.of(field.column())).forEach(name -> dropConstraint(field.model(), name));
    }

    void dropIndexes(SchemaField field) {
        names.indexes(field.model(), List.of(field), "").forEach(name -> dropIndex(field.model(), name));
    }

    void dropChecks(SchemaField field) {
        names.checks(field).forEach(name -> dropConstraint(field.model(), name));
    }

    void dropPrimaryKey(SchemaModel model) {
        names.primaryKeys(model).forEach(name -> dropConstraint(model, name));
    }

    void dropLikeIndex(SchemaField field) {
        dropIndex(field.model(), likeName(field));
    }

    void renameColumn(SchemaModel model, String from, String to) {
        alter(model, "RENAME COLUMN " + quote(from) + " TO " + quote(to));
        deferred.forEach(statement -> statement.renameColumn(model.table(), from, to));
    }

    void change(SchemaModel model, String change) {
        alter(model, change);
    }

    void commentOn(SchemaField field) {
        comment(field);
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

    static boolean sameCollation(SchemaField a, SchemaField b) {
        return Objects.equals(ColumnSql.collation(a), ColumnSql.collation(b));
    }
}
