package quintet.orm.internal.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.fields.FieldKind;
import quintet.orm.Atomic;
import quintet.orm.Db;
import quintet.orm.DoesNotExist;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.Row;
import quintet.orm.Save;
import quintet.orm.Signals;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.meta.DefaultValues;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.TimeZones;

/** Saves objects, and reads them again. */
public final class Saver {
    private static final Backdoor DOOR = Backdoor.get();

    private Saver() {}

    /** Saves an object. */
    public static void save(KeyedModel<?> object, Save options) {
        save(object, options, false);
    }

    /** Saves an object; raw: as it is, from a fixture. */
    public static void save(KeyedModel<?> object, Save options, boolean raw) {
        if (options.mode() == Save.Mode.NOTHING) {
            return;
        }
        ModelMeta<?> meta = object.meta();
        meta.checkNotSwapped();
        Db db = CrossDatabase.forSave(object, options.database());
        List<FieldMeta> fields = fields(meta, object, options);
        boolean isNew = object.isNew();
        if (isNew) {
            DefaultValues.fill(object);
        }
        tell(object, false, raw, options, db, true);
        if (!raw) {
            stamp(object, fields, isNew);
            if (!meta.files().isEmpty()) {
                Files.store(object, fields);
            }
        }
        boolean created = write(object, meta, db, fields, options, isNew);
        DOOR.state(
                object,
                new RowState(
                        db.alias(),
                        DOOR.state(object).deferred(),
                        DOOR.state(object).group()));
        tell(object, created, raw, options, db, false);
    }

    private static void tell(KeyedModel<?> object, boolean created, boolean raw, Save options, Db db, boolean before) {
        var signal = before ? Signals.PRE_SAVE : Signals.POST_SAVE;
        Class<?> sender = object.meta().type();
        if (signal.hasListeners(sender)) {
            signal.send(sender, new Signals.SaveEvent<>(object, created, raw, options.fields(), db.alias()));
        }
    }

    /** The fields with columns to write: those named, else all that were loaded. */
    private static List<FieldMeta> fields(ModelMeta<?> meta, KeyedModel<?> object, Save options) {
        List<FieldMeta> fields = new ArrayList<>();
        if (options.fields().isEmpty()) {
            RowState state = LeftOut.settle(object);
            for (FieldMeta field : meta.columns()) {
                if (!state.isDeferred(field.index()) && !field.isGenerated()) {
                    fields.add(field);
                }
            }
            return fields;
        }
        for (String name : options.fields()) {
            FieldMeta field = meta.findField(name).orElse(null);
            boolean column = field != null && (field.hasColumn() || field.isComposite());
            if (field == null || !column || field.isKeyOf(field.owner())) {
                throw new QueryError("save() cannot write '" + name + "': " + meta.label()
                        + " has no such column beside its key."
                        + Suggestions.didYouMean(
                                name,
                                meta.declaredColumns().stream()
                                        .map(FieldMeta::name)
                                        .toList()));
            }
            if (field.isGenerated()) {
                throw new QueryError("save() cannot write '" + name + "': the database computes it.");
            }
            fields.addAll(field.parts());
        }
        return fields;
    }

    private static void stamp(KeyedModel<?> object, List<FieldMeta> fields, boolean isNew) {
        for (FieldMeta field : fields) {
            if (field.isAutoNow() || (field.isAutoNowAdd() && isNew)) {
                field.set(object, now(field.kind()));
            }
        }
    }

    /** Sets the fields that are the moment of the first save. */
    static void stampNew(KeyedModel<?> object, List<FieldMeta> fields) {
        stamp(object, fields, true);
    }

    private static Object now(FieldKind kind) {
        return switch (kind) {
            case DATE -> LocalDate.now(TimeZones.current());
            case TIME -> LocalTime.now(TimeZones.current()).truncatedTo(ChronoUnit.MICROS);
            default -> Instant.now().truncatedTo(ChronoUnit.MICROS);
        };
    }

    /** Writes the row, or the rows of a model with several tables, the topmost first; whether the last was inserted. */
    private static boolean write(
            KeyedModel<?> object, ModelMeta<?> meta, Db db, List<FieldMeta> fields, Save options, boolean isNew) {
        if (options.mode() == Save.Mode.UPDATE && meta.keyOf(object) == null) {
            throw new QueryError("Cannot update a " + meta.objectName() + " without a key: save() it first.");
        }
        List<ModelMeta<?>> tables = meta.tables();
        if (tables.size() == 1) {
            return new RowSaver(object, meta, db, options, isNew).write(meta.concrete(), fields, false);
        }
        return Transaction.<Boolean, RuntimeException>run(db, new Atomic(db.alias(), false, false), () -> {
            RowSaver saver = new RowSaver(object, meta, db, options, isNew);
            boolean inserted = false;
            for (ModelMeta<?> table : tables) {
                List<FieldMeta> own =
                        fields.stream().filter(field -> field.owner() == table).toList();
                inserted = saver.write(table, own, inserted);
                saver.link(table);
            }
            return inserted;
        });
    }

    /** Reads fields again; all if none are named. */
    public static void refresh(KeyedModel<?> object, Collection<String> names) {
        refresh(object, names, object.meta().baseRows().query());
    }

    /** Reads fields again from the rows of a query; all if none are named. */
    public static void refresh(KeyedModel<?> object, Collection<String> names, Query rows) {
        ModelMeta<?> meta = object.meta();
        Object key = object.key();
        if (key == null) {
            throw new QueryError("A " + meta.objectName() + " without a key cannot be read again: save() it first.");
        }
        String alias = rows.database() == null ? object.database() : rows.database();
        Query query = Keys.filter(rows.using(alias).hint(object), key);
        if (!names.isEmpty()) {
            query = query.only(List.copyOf(names));
        }
        List<Object> found = Engine.objects(query.orderBy(List.of()));
        if (found.isEmpty()) {
            throw new DoesNotExist(
                    meta.objectName() + " matching query does not exist: the row with the key " + key + " is gone.",
                    meta);
        }
        copy(object, (KeyedModel<?>) found.getFirst(), meta);
        if (names.isEmpty()) {
            forget(object, meta);
        }
    }

    /** Reads one field that was left out. */
    static void fetch(KeyedModel<?> object, FieldMeta field) {
        ModelMeta<?> meta = object.meta();
        Query query = Keys.filter(
                meta.baseRows().query().using(object.database()), java.util.Objects.requireNonNull(object.key()));
        List<Object> found = Engine.objects(query.only(List.of(field.name())).orderBy(List.of()));
        if (found.isEmpty()) {
            throw new DoesNotExist(meta.objectName() + " matching query does not exist.", meta);
        }
        take(object, (KeyedModel<?>) found.getFirst(), field);
    }

    /** Takes one field over from another object of the same row. */
    @SuppressWarnings("unchecked") // both are of the model
    static void take(KeyedModel<?> to, KeyedModel<?> from, FieldMeta field) {
        var access = (quintet.orm.ModelAccess<Object>) to.meta().access();
        access.set(to, field.index(), access.get(from, field.index()));
        field.parts().forEach(part -> DOOR.state(to, DOOR.state(to).loaded(part.index())));
    }

    @SuppressWarnings("unchecked") // both are of the model
    private static void copy(KeyedModel<?> to, KeyedModel<?> from, ModelMeta<?> meta) {
        var access = (quintet.orm.ModelAccess<Object>) meta.access();
        RowState fresh = DOOR.state(from);
        RowState state = DOOR.state(to);
        for (FieldMeta field : meta.declaredColumns()) {
            if (!fresh.isDeferred(field.parts().getFirst().index())) {
                access.set(to, field.index(), access.get(from, field.index()));
                for (FieldMeta part : field.parts()) {
                    state = state.loaded(part.index());
                }
            }
        }
        DOOR.state(to, new RowState(fresh.database(), state.deferred(), null));
    }

    /** Forgets loaded relations. */
    private static void forget(KeyedModel<?> object, ModelMeta<?> meta) {
        if (object instanceof Row) {
            return;
        }
        for (FieldMeta many : meta.manyToMany()) {
            forget(many, object);
        }
        for (FieldMeta back : meta.declaredBacks()) {
            forget(back, object);
        }
    }

    private static void forget(FieldMeta field, KeyedModel<?> object) {
        @Nullable Object wrapper = field.get(object);
        if (wrapper instanceof quintet.orm.Many<?> many) {
            DOOR.forget(many);
        } else if (wrapper instanceof Ref<?> ref) {
            DOOR.forget(ref, object);
        }
    }
}
