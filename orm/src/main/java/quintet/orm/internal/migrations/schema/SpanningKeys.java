package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Changes of references with several columns, where the database alters tables in place. */
abstract class SpanningKeys {
    private final SchemaEditor editor;
    private final ConstraintNames names;
    private final IndexSql indexes;

    SpanningKeys(SchemaEditor editor, ConstraintNames names, IndexSql indexes) {
        this.editor = editor;
        this.names = names;
        this.indexes = indexes;
    }

    /** A reference before and after a change. */
    record Pair(SchemaField old, SchemaField now) {}

    abstract void dropForeignKey(SchemaModel model, String name);

    abstract void dropUnique(SchemaModel model, String name);

    abstract void dropIndex(SchemaModel model, String name);

    abstract void alterColumn(SchemaField old, SchemaField now);

    abstract List<DeferredSql> indexesOf(SchemaField field);

    /** The references with several columns that hold the values of a column which gets another name or type. */
    static List<Pair> followers(SchemaField old, SchemaField now) {
        boolean part = old.model().keyColumns().size() > 1
                && old.model().keyColumns().stream().anyMatch(key -> key.name().equals(old.name()));
        if (!part) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        List<SchemaField> after = pointingTo(now.model());
        for (SchemaField before : pointingTo(old.model())) {
            after.stream()
                    .filter(field -> field.name().equals(before.name())
                            && field.model().key().equals(before.model().key()))
                    .findFirst()
                    .ifPresent(field -> pairs.add(new Pair(before, field)));
        }
        return pairs;
    }

    /** The references to a model's key, with those of tables between two models. */
    private static List<SchemaField> pointingTo(SchemaModel model) {
        List<SchemaField> found = new ArrayList<>();
        List<SchemaModel> between = new ArrayList<>();
        for (SchemaField field : model.relatedFields()) {
            if (field.isManyToMany() && field.autoThrough()) {
                between.add(field.through());
            } else if (field.spans()) {
                found.add(field);
            }
        }
        model.manyToMany().stream()
                .filter(field ->
                        field.autoThrough() && !field.targetModel().key().equals(model.key()))
                .forEach(field -> between.add(field.through()));
        for (SchemaModel through : between) {
            through.fields().stream()
                    .filter(field -> field.spans() && field.targetModel().key().equals(model.key()))
                    .forEach(found::add);
        }
        return found;
    }

    /** Drops the columns, and first what stands over several of them. */
    void drop(SchemaField field) {
        release(field);
        dropUniques(field);
        List<String> columns = IndexSql.columns(List.of(field));
        List<String> actions = columns.stream()
                .map(column -> "DROP COLUMN " + editor.dialect().quote(column))
                .toList();
        editor.execute(
                "ALTER TABLE " + editor.dialect().quote(field.model().table()) + " " + String.join(", ", actions));
        columns.forEach(column -> editor.deferred.removeIf(
                statement -> statement.references(field.model().table(), column)));
    }

    /** Drops the foreign key. */
    private void release(SchemaField field) {
        if (field.dbConstraint()) {
            names.foreignKeys(field).forEach(name -> dropForeignKey(field.model(), name));
        }
    }

    private void dropUniques(SchemaField field) {
        if (editor.spanningUnique(field) != null) {
            names.uniques(field.model(), IndexSql.columns(List.of(field)))
                    .forEach(name -> dropUnique(field.model(), name));
        }
    }

    private void bind(SchemaField field) {
        if (field.dbConstraint()) {
            editor.execute(indexes.foreignKey(field, SchemaEditor.FK_SUFFIX).sql());
        }
    }

    /** Changes a reference: its columns one by one, then what stands over all of them. */
    void alter(SchemaField old, SchemaField now) {
        boolean hadIndex = !indexesOf(old).isEmpty();
        boolean hasIndex = !indexesOf(now).isEmpty();
        boolean wasUnique = old.spans() && editor.spanningUnique(old) != null;
        boolean isUnique = now.spans() && editor.spanningUnique(now) != null;
        release(old);
        if (wasUnique && !isUnique) {
            dropUniques(old);
        }
        if (hadIndex && !hasIndex) {
            names.indexes(old.model(), List.of(old), "").forEach(name -> dropIndex(old.model(), name));
        }
        columns(old, now);
        if (isUnique && !wasUnique) {
            run(editor.spanningUnique(now));
        }
        if (hasIndex && !hadIndex) {
            indexesOf(now).forEach(this::run);
        }
        bind(now);
    }

    private void run(@org.jspecify.annotations.Nullable DeferredSql statement) {
        editor.execute(Objects.requireNonNull(statement).sql());
    }

    private void columns(SchemaField old, SchemaField now) {
        List<SchemaField> before = old.columnFields();
        List<SchemaField> after = now.columnFields();
        for (int i = 0; i < before.size(); i++) {
            alterColumn(before.get(i), after.get(i));
        }
    }

    /** Changes a column of a key with several fields while nothing points to it, and the columns that point there. */
    void alterKey(List<Pair> followers, Runnable change, Consumer<Pair> column) {
        followers.forEach(pair -> release(pair.old()));
        change.run();
        followers.forEach(column);
        followers.forEach(pair -> bind(pair.now()));
    }

    /** Changes the columns of a follower. */
    void follow(Pair pair) {
        columns(pair.old(), pair.now());
    }
}
