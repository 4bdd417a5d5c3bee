package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.IndexState;

/** Changes tables of SQLite, which for most changes means: build the table anew, copy the rows, swap the names. */
public final class SqliteSchemaEditor extends SchemaEditor {
    private final TableRebuild rebuild = new TableRebuild(this);

    public SqliteSchemaEditor(SqlSink sink, ConstraintNames names) {
        super(new SqliteDialect(), sink, names);
    }

    /** A change from one form of a field to another. */
    record Change(SchemaField old, SchemaField now) {}

    @Override
    protected void dropUnique(SchemaModel model, String name) {
        dropIndex(model, name);
    }

    @Override
    protected void dropIndex(SchemaModel model, String name) {
        execute("DROP INDEX " + quote(name));
    }

    @Override
    protected SpanningKeys spanning() {
        throw new IllegalStateException("SQLite builds tables anew.");
    }

    @Override
    protected void alterColumns(SchemaField old, SchemaField now) {
        rebuild.altering(now.model(), List.of(new Change(old, now)));
    }

    @Override
    protected void alterKeyColumn(SchemaField old, SchemaField now, List<SpanningKeys.Pair> followers) {
        List<Change> own = new ArrayList<>();
        for (SpanningKeys.Pair pair : followers) {
            if (pair.old().model().key().equals(old.model().key())) {
                own.add(new Change(pair.old(), pair.now()));
            }
        }
        if (own.isEmpty()) {
            alterColumn(old, now, String.valueOf(dialect.type(old)), String.valueOf(dialect.type(now)));
        } else {
            own.addFirst(new Change(old, now));
            rebuild.altering(now.model(), own);
        }
        for (SpanningKeys.Pair pair : followers) {
            if (!pair.old().model().key().equals(old.model().key())) {
                rebuild.altering(pair.now().model(), List.of(new Change(pair.old(), pair.now())));
            }
        }
    }

    @Override
    protected String columnForeignKey(SchemaField field) {
        return inlineForeignKey(field);
    }

    /** SQLite adds only columns that may be NULL and have no default of their own. */
    @Override
    public void addField(SchemaField field) {
        boolean computedDefault = field.hasDbDefault()
                && (field.state().option("db_default") instanceof quintet.orm.SchemaExpr e)
                && !(e instanceof quintet.orm.SchemaExpr.Value);
        if (field.isManyToMany()
                || field.isComposite()
                || (!field.unique()
                        && !field.spans()
                        && field.isNullable()
                        && columns.effectiveDefault(field) == null
                        && !computedDefault
                        && !field.isGenerated())) {
            super.addField(field);
        } else {
            rebuild.adding(field);
        }
    }

    @Override
    public void removeField(SchemaField field) {
        if (field.isManyToMany()
                || (dialect.type(field) == null && !field.spans())
                || (!field.spans() && !field.unique() && !field.dbIndex() && !field.dbConstraint())) {
            super.removeField(field);
        } else {
            rebuild.removing(field);
        }
    }

    @Override
    protected void alterColumn(SchemaField old, SchemaField now, String oldType, String newType) {
        boolean constrained = old.dbConstraint() || now.dbConstraint();
        if (!old.column().equals(now.column())
                && !constrained
                && Objects.equals(columns.definition(old, false), columns.definition(now, false))) {
            renameColumn(now.model().table(), old.column(), now.column());
            return;
        }
        rebuild.altering(now.model(), List.of(new Change(old, now)));
        if (now.unique()
                && (!oldType.equals(newType) || !Objects.equals(ColumnSql.collation(old), ColumnSql.collation(now)))) {
            rebuildReferrers(now);
        }
    }

    private void renameColumn(String table, String from, String to) {
        execute("ALTER TABLE " + quote(table) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
        deferred.forEach(statement -> statement.renameColumn(table, from, to));
    }

    /** Tables whose keys point to a column of another type now. */
    private void rebuildReferrers(SchemaField now) {
        Map<String, SchemaModel> tables = new LinkedHashMap<>();
        for (SchemaField related : now.model().relatedFields()) {
            if (related.model().key().equals(now.model().key())) {
                continue;
            }
            if (related.isForeignKey() && related.target().name().equals(now.name())) {
                tables.put(related.model().table(), related.model());
            } else if (related.isManyToMany() && related.autoThrough() && now.primaryKey()) {
                tables.put(related.through().table(), related.through());
            }
        }
        if (now.primaryKey()) {
            for (SchemaField own : now.model().manyToMany()) {
                if (own.autoThrough()) {
                    tables.put(own.through().table(), own.through());
                }
            }
        }
        tables.values().forEach(table -> rebuild.altering(table, List.of()));
    }

    @Override
    protected void alterManyToMany(SchemaField old, SchemaField now) {
        SchemaModel from = old.through();
        SchemaModel to = now.through();
        List<SchemaField> oldEnds = ThroughModel.ends(old);
        List<SchemaField> newEnds = ThroughModel.ends(now);
        if (from.table().equals(to.table())) {
            rebuild.altering(
                    to,
                    List.of(new Change(oldEnds.get(1), newEnds.get(1)), new Change(oldEnds.get(0), newEnds.get(0))));
            return;
        }
        createModel(to);
        execute("INSERT INTO " + quote(to.table()) + " (" + copied(newEnds) + ") SELECT " + copied(oldEnds) + " FROM "
                + quote(from.table()));
        deleteModel(from);
    }

    private String copied(List<SchemaField> ends) {
        return "\"id\", " + quote(ends.get(0).column()) + ", "
                + quote(ends.get(1).column());
    }

    @Override
    public void renameIndex(SchemaModel model, IndexState old, String newName) {
        dropIndex(model, old.name());
        addIndex(model, old.name(newName));
    }

    @Override
    public void addConstraint(SchemaModel model, ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique u
                && (u.condition() != null
                        || !u.expressions().isEmpty()
                        || !u.include().isEmpty()
                        || u.deferrable() != null)) {
            if (indexes.supports(u)) {
                execute(indexes.unique(model, u).sql());
            }
            return;
        }
        rebuild.altering(model, List.of());
    }

    @Override
    public void removeConstraint(SchemaModel before, SchemaModel after, ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique u
                && (u.condition() != null
                        || !u.expressions().isEmpty()
                        || !u.include().isEmpty()
                        || u.deferrable() != null)) {
            if (indexes.supports(u)) {
                dropIndex(before, u.name());
            }
            return;
        }
        rebuild.altering(after, List.of());
    }

    /** Runs what waits, now; used at the end of a rebuild. */
    void flush() {
        List<DeferredSql> waiting = new ArrayList<>(deferred);
        deferred.clear();
        waiting.forEach(statement -> execute(statement.sql()));
    }

    void dropOnly(SchemaModel model) {
        dropTable(model);
    }

    ColumnSql columnSql() {
        return columns;
    }

    @Nullable
    String typeOf(SchemaField field) {
        return dialect.type(field);
    }

    String quoted(String name) {
        return quote(name);
    }
}
