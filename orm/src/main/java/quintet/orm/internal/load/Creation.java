package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quintet.core.Suggestions;
import quintet.orm.Assignment;
import quintet.orm.Atomic;
import quintet.orm.Created;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.IntegrityError;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.Save;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.meta.KeyParts;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Makes objects, unless they are there. */
public final class Creation {
    private Creation() {}

    /** Makes an object and saves it. */
    @SuppressWarnings("unchecked") // the query's model is M
    public static <M> M create(QuerySet<M> set, Consumer<? super M> fill) {
        Query query = set.query();
        M object = (M) query.meta().make();
        fill.accept(object);
        ((KeyedModel<?>) object)
                .save(new Save(
                        Save.Mode.INSERT, List.of(), Engine.writing(query).alias()));
        return object;
    }

    /** Makes an object with values by the names of their fields, and saves it. */
    public static <M> M create(QuerySet<M> set, Map<String, ?> values) {
        ModelMeta<?> meta = set.query().meta();
        List<String> unknown = unknown(meta, values);
        if (!unknown.isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    meta.objectName() + "() got unexpected keyword arguments: "
                            + unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")),
                    Suggestions.didYouMean(
                            unknown.getFirst(),
                            meta.declaredColumns().stream().map(FieldMeta::name).toList()));
        }
        return create(set, object -> fill((KeyedModel<?>) object, values));
    }

    private static List<String> unknown(ModelMeta<?> meta, Map<String, ?> values) {
        return values.keySet().stream()
                .filter(name -> meta.findField(name)
                        .filter(field -> field.hasColumn() || field.isComposite())
                        .isEmpty())
                .sorted()
                .toList();
    }

    private static void fill(KeyedModel<?> object, Map<String, ?> values) {
        values.forEach((name, value) -> {
            if (name.equals("pk") && object.meta().hasCompositeKey() && value instanceof List<?>) {
                List<FieldMeta> keys = object.meta().keyFields();
                List<Object> parts = KeyParts.typed(object.meta(), value);
                for (int i = 0; i < keys.size(); i++) {
                    keys.get(i).set(object, parts.get(i));
                }
            } else {
                object.meta().field(name).set(object, value);
            }
        });
    }

    private static Query matching(Query query, Map<String, ?> lookups) {
        Query result = query;
        for (Map.Entry<String, ?> lookup : lookups.entrySet()) {
            result = result.filter(
                    quintet.orm.Cond.lookup(lookup.getKey(), lookup.getValue()).node());
        }
        return result;
    }

    /** The plain values among lookups: those a new object can have. */
    private static Map<String, Object> plain(ModelMeta<?> meta, Map<String, ?> lookups, Map<String, ?> defaults) {
        Map<String, Object> values = new LinkedHashMap<>();
        lookups.forEach((name, value) -> {
            if (!name.contains("__")) {
                values.put(name, value);
            }
        });
        values.putAll(defaults);
        List<String> unknown = unknown(meta, values);
        if (!unknown.isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.FIELD,
                    "Invalid field name(s) for model " + meta.objectName() + ": '" + String.join("', '", unknown)
                            + "'.",
                    Suggestions.didYouMean(
                            unknown.getFirst(),
                            meta.columns().stream().map(FieldMeta::name).toList()));
        }
        return values;
    }

    /** The object that meets lookups, or a new one. */
    public static <M> Created<M> getOrCreate(QuerySet<M> set, Map<String, ?> lookups, Map<String, ?> defaults) {
        Db db = Engine.writing(set.query());
        QuerySet<M> matching = set.with(matching(set.query().using(db.alias()), lookups));
        Optional<M> found = OneRow.onlyOrNone(matching);
        if (found.isPresent()) {
            return new Created<>(found.get(), false);
        }
        QuerySet<M> unlocked = set.with(set.query().lock(null));
        Map<String, Object> values = plain(set.query().meta(), lookups, defaults);
        try {
            M made = Transaction.<M, RuntimeException>run(
                    db, new Atomic(db.alias(), true, false), () -> create(unlocked, values));
            return new Created<>(made, true);
        } catch (IntegrityError e) {
            return new Created<>(OneRow.onlyOrNone(matching).orElseThrow(() -> e), false);
        }
    }

    /** The object that meets lookups, changed; or a new one. */
    public static <M> Created<M> updateOrCreate(
            QuerySet<M> set, Map<String, ?> lookups, Map<String, ?> defaults, Map<String, ?> createDefaults) {
        Db db = Engine.writing(set.query());
        return Transaction.<Created<M>, RuntimeException>run(db, new Atomic(db.alias(), true, false), () -> {
            Query locked = set.query().lock(new Query.Lock(false, false, false, List.of()));
            Created<M> created = getOrCreate(set.with(locked), lookups, createDefaults);
            if (!created.created() && !defaults.isEmpty()) {
                KeyedModel<?> object = (KeyedModel<?>) created.object();
                write(db, object, defaults);
            }
            return created;
        });
    }

    /** Writes values to an object and its row; expressions are left to the database. */
    private static void write(Db db, KeyedModel<?> object, Map<String, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        List<Assignment<?>> computed = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value instanceof quintet.orm.Expr<?, ?> expression) {
                computed.add(Assignment.of(name, expression));
            } else {
                plain.put(name, value);
            }
        });
        fill(object, plain);
        List<String> names = new ArrayList<>();
        plain.keySet().forEach(name -> names.add(object.meta().field(name).name()));
        object.meta().columns().stream()
                .filter(field -> field.isAutoNow() && !names.contains(field.name()))
                .forEach(field -> names.add(field.name()));
        if (computed.isEmpty()) {
            object.save(new Save(Save.Mode.ANY, names, db.alias()));
            return;
        }
        plain.forEach((name, value) -> computed.add(Assignment.of(name, value)));
        Query row = Keys.filter(
                object.meta().rows().query().using(db.alias()), java.util.Objects.requireNonNull(object.key()));
        Changes.update(row, computed);
    }

    /** The object with these values, or a new one. */
    public static <M> Created<M> getOrCreate(
            QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> defaults) {
        // Looked for where it would be written, as what was read elsewhere may lag behind.
        Db db = Engine.writing(set.query());
        QuerySet<M> matching = matching(set.with(set.query().using(db.alias())), values);
        Optional<M> found = OneRow.onlyOrNone(matching);
        if (found.isPresent()) {
            return new Created<>(found.get(), false);
        }
        try {
            M made = Transaction.<M, RuntimeException>run(
                    db, new Atomic(db.alias(), true, false), () -> make(set, values, defaults));
            return new Created<>(made, true);
        } catch (IntegrityError e) {
            // Somebody else may have made it in the meantime.
            return new Created<>(OneRow.onlyOrNone(matching).orElseThrow(() -> e), false);
        }
    }

    /** The object with these values, changed; or a new one. */
    public static <M> Created<M> updateOrCreate(
            QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> change) {
        Db db = Engine.writing(set.query());
        return Transaction.<Created<M>, RuntimeException>run(db, new Atomic(db.alias(), true, false), () -> {
            Query locked = set.query().lock(new Query.Lock(false, false, false, List.of()));
            Created<M> created = getOrCreate(set.with(locked), values, change);
            if (!created.created()) {
                change.accept(created.object());
                ((KeyedModel<?>) created.object()).save(Save.DEFAULT.in(db.alias()));
            }
            return created;
        });
    }

    private static <M> QuerySet<M> matching(QuerySet<M> set, List<? extends Assignment<?>> values) {
        Query query = set.query();
        for (Assignment<?> value : values) {
            query = query.filter(new Node.Lookup(new Node.Path(value.field()), "exact", value.value()));
        }
        return set.with(query);
    }

    private static <M> M make(QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> defaults) {
        ModelMeta<?> meta = set.query().meta();
        return create(set.with(set.query().lock(null)), object -> {
            for (Assignment<?> value : values) {
                if (!(value.value() instanceof Node.Param param)) {
                    throw new QueryError("A new object needs plain values, not expressions: " + value.field() + ".");
                }
                meta.field(value.field()).set((KeyedModel<?>) object, param.value());
            }
            defaults.accept(object);
        });
    }
}
