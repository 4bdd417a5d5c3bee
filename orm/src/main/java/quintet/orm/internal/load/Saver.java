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
import quintet.orm.Conflict;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.DoesNotExist;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.NotUpdated;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.Row;
import quintet.orm.Save;
import quintet.orm.Signals;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;
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
        ModelMeta<?> meta = object.meta();
        Db db = Databases.current().get(options.database() != null ? options.database() : object.database());
        List<FieldMeta> fields = fields(meta, object, options);
        boolean isNew = object.isNew();
        if (isNew) {
            DefaultValues.fill(object);
        }
        tell(object, false, raw, options, db, true);
        if (!raw) {
            stamp(object, fields, isNew);
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
            RowState state = DOOR.state(object);
            for (FieldMeta field : meta.columns()) {
                if (!state.isDeferred(field.index())) {
                    fields.add(field);
                }
            }
            return fields;
        }
        for (String name : options.fields()) {
            FieldMeta field = meta.findField(name).orElse(null);
            if (field == null || !field.hasColumn() || field.isPrimaryKey()) {
                throw new QueryError("save() cannot write '" + name + "': " + meta.label()
                        + " has no such column beside its key."
                        + Suggestions.didYouMean(
                                name,
                                meta.columns().stream().map(FieldMeta::name).toList()));
            }
            fields.add(field);
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
    static void stampNew(KeyedModel<?> object) {
        stamp(object, object.meta().columns(), true);
    }

    private static Object now(FieldKind kind) {
        return switch (kind) {
            case DATE -> LocalDate.now(TimeZones.current());
            case TIME -> LocalTime.now(TimeZones.current()).truncatedTo(ChronoUnit.MICROS);
            default -> Instant.now().truncatedTo(ChronoUnit.MICROS);
        };
    }

    /** Writes the row; whether it was inserted. */
    private static boolean write(
            KeyedModel<?> object, ModelMeta<?> meta, Db db, List<FieldMeta> fields, Save options, boolean isNew) {
        Writer writer = new Writer(db, meta);
        boolean hasKey = meta.keyOf(object) != null;
        if (options.mode() == Save.Mode.UPDATE && !hasKey) {
            throw new QueryError("Cannot update a " + meta.objectName() + " without a key: save() it first.");
        }
        boolean generatedKey = isNew && meta.key().defaultSupplier() != null;
        if (hasKey && options.mode() != Save.Mode.INSERT && !(generatedKey && options.mode() == Save.Mode.ANY)) {
            List<FieldMeta> changed =
                    fields.stream().filter(field -> !field.isPrimaryKey()).toList();
            boolean there = changed.isEmpty() ? exists(object, meta, db) : writer.update(object, changed) > 0;
            if (there) {
                return false;
            }
            if (options.mode() == Save.Mode.UPDATE) {
                throw new NotUpdated(
                        "No row of " + meta.label() + " has the key " + object.key() + ", so nothing was updated.");
            }
        }
        insert(writer, object, meta);
        return true;
    }

    private static boolean exists(KeyedModel<?> object, ModelMeta<?> meta, Db db) {
        Object key = meta.keyOf(object);
        return key != null && Engine.exists(Keys.filter(meta.rows().query().using(db.alias()), key));
    }

    private static void insert(Writer writer, KeyedModel<?> object, ModelMeta<?> meta) {
        List<FieldMeta> written = new ArrayList<>();
        List<FieldMeta> returned = new ArrayList<>();
        for (FieldMeta field : meta.columns()) {
            (isMade(field, object) ? returned : written).add(field);
        }
        writer.insert(List.of(object), written, returned, Conflict.FAIL);
    }

    /** Whether the database makes the value of a column that has none. */
    static boolean isMade(FieldMeta field, KeyedModel<?> object) {
        boolean byDatabase = field.kind().isAuto()
                || field.declaration().has("dbDefault")
                || field.declaration().has("dbDefaultSql");
        return byDatabase && field.get(object) == null;
    }

    /** Reads fields again; all if none are named. */
    public static void refresh(KeyedModel<?> object, Collection<String> names) {
        ModelMeta<?> meta = object.meta();
        Object key = object.key();
        if (key == null) {
            throw new QueryError("A " + meta.objectName() + " without a key cannot be read again: save() it first.");
        }
        Query query = Keys.filter(meta.rows().query().using(object.database()), key);
        if (!names.isEmpty()) {
            query = query.only(List.copyOf(names));
        }
        List<Object> found = Engine.objects(query.orderBy(List.of()));
        if (found.isEmpty()) {
            throw new DoesNotExist(
                    meta.objectName() + " matching query does not exist: the row with the key " + key + " is gone.");
        }
        copy(object, (KeyedModel<?>) found.getFirst(), meta);
        if (names.isEmpty()) {
            forget(object, meta);
        }
    }

    @SuppressWarnings("unchecked") // both are of the model
    private static void copy(KeyedModel<?> to, KeyedModel<?> from, ModelMeta<?> meta) {
        var access = (quintet.orm.ModelAccess<Object>) meta.access();
        RowState fresh = DOOR.state(from);
        RowState state = DOOR.state(to);
        for (FieldMeta field : meta.columns()) {
            if (!fresh.isDeferred(field.index())) {
                access.set(to, field.index(), access.get(from, field.index()));
                state = state.loaded(field.index());
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
