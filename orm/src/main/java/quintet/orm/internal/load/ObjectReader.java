package quintet.orm.internal.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.Cells;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import quintet.orm.Signals;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.RowState;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Plan;
import quintet.orm.internal.sql.ValueType;

/** Makes objects of the rows of one result. */
final class ObjectReader {
    private static final Backdoor DOOR = Backdoor.get();

    private final Plan plan;
    private final Query query;
    private final String database;
    private static final String[] NO_NAMES = {};

    private final PartReader[] parts;
    private final @Nullable KeyedModel<?>[] found;
    private final List<Plan.Extra> extras;
    private final String[] names;
    private final Plan.@Nullable Extra apart;
    private final List<@Nullable Object> values;

    private final @Nullable FieldMeta known;

    /**
     * Reads as a plan says.
     *
     * @param apart the name of an annotation that is not for the objects; null: all are
     * @param values where its values go
     */
    ObjectReader(Plan plan, Query query, String database, @Nullable String apart, List<@Nullable Object> values) {
        this.plan = plan;
        this.query = query;
        this.database = database;
        this.parts = new PartReader[plan.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new PartReader(plan.parts().get(i));
        }
        this.found = new KeyedModel<?>[parts.length];
        this.values = values;
        this.apart = apart == null
                ? null
                : plan.extras().stream()
                        .filter(extra -> extra.name().equals(apart))
                        .findFirst()
                        .orElseThrow();
        this.extras = apart == null
                ? plan.extras()
                : plan.extras().stream()
                        .filter(extra -> !extra.name().equals(apart))
                        .toList();
        this.names = extras.isEmpty()
                ? NO_NAMES
                : extras.stream().map(Plan.Extra::name).toArray(String[]::new);
        Query.Known object = query.known();
        this.known = object == null ? null : query.meta().field(object.field());
    }

    /** Reads up to {@code limit} rows; all if it is negative. */
    List<Object> read(ResultSet rows, Cells cells, int limit) throws SQLException {
        List<Object> objects = new ArrayList<>();
        PartReader only = parts.length == 1 && known == null ? parts[0] : null;
        while (objects.size() != limit && rows.next()) {
            if (only == null) {
                objects.add(row(cells));
            } else {
                KeyedModel<?> object = only.read(cells);
                annotate(object, cells);
                objects.add(object);
            }
        }
        return objects;
    }

    private Object row(Cells cells) {
        KeyedModel<?> base = parts[0].read(cells);
        found[0] = base;
        for (int i = 1; i < found.length; i++) {
            Plan.Part part = plan.parts().get(i);
            KeyedModel<?> parent = found[part.parent()];
            found[i] = parent == null ? null : related(parts[i], part, parent, cells);
        }
        annotate(base, cells);
        Query.Known object = query.known();
        if (known != null && object != null && known.get(base) instanceof Ref<?> ref) {
            DOOR.fill(ref, object.object());
        }
        return base;
    }

    private static @Nullable KeyedModel<?> related(
            PartReader reader, Plan.Part part, KeyedModel<?> parent, Cells cells) {
        KeyedModel<?> object = reader.isMissing(cells, part.keyPlace()) ? null : reader.read(cells);
        if (part.field() != null) {
            if (part.field().get(parent) instanceof Ref<?> ref) {
                DOOR.fill(ref, object);
            }
        } else if (part.back() != null) {
            Backs.fillOne(part.back(), parent, object);
        } else if (part.into() != null) {
            DOOR.annotation(parent, part.into(), object);
        }
        return object;
    }

    private void annotate(KeyedModel<?> object, Cells cells) {
        if (apart != null) {
            values.add(apart.type().read(cells, apart.place()));
        }
        if (names.length > 0) {
            @Nullable Object[] values = new Object[names.length];
            for (int i = 0; i < values.length; i++) {
                Plan.Extra extra = extras.get(i);
                values[i] = extra.type().read(cells, extra.place());
            }
            DOOR.annotations(object, names, values);
        }
    }

    /** Reads one object of each row. */
    private final class PartReader {
        private final ModelAccess<Object> access;
        private final int start;
        private final int @Nullable [] fields;
        private final Plan.Part part;
        private boolean asked;
        private boolean numbered;
        private final @Nullable BitSet deferred;
        private final boolean heard;
        private @Nullable RowGroup group;
        private RowState state = RowState.NEW;

        @SuppressWarnings("unchecked") // used with objects it made
        PartReader(Plan.Part part) {
            this.access = (ModelAccess<Object>) part.model().access();
            this.start = part.start();
            this.heard = Signals.POST_LOAD.hasListeners(part.model().type());
            this.fields = part.fields();
            this.part = part;
            this.deferred = fields == null ? null : missing(part.model(), fields);
        }

        private static BitSet missing(ModelMeta<?> model, int[] loaded) {
            BitSet missing = new BitSet();
            missing.set(0, model.columns().size());
            for (int field : loaded) {
                missing.clear(field);
            }
            return missing;
        }

        /** Whether an outer join found no row. */
        boolean isMissing(Cells cells, int key) {
            if (!asked) {
                numbered = ValueType.of(part.model().key()).base() == ValueType.Base.INTEGER;
                asked = true;
            }
            return numbered ? cells.int64(key) == 0 && cells.wasNull() : cells.object(key) == null;
        }

        KeyedModel<?> read(Cells cells) {
            RowGroup current = group;
            if (current == null || current.isFull()) {
                current = new RowGroup(query.fetchMode());
                group = current;
                state = new RowState(database, deferred, current);
            }
            cells.group(current);
            KeyedModel<?> object = (KeyedModel<?>) access.make();
            if (fields == null) {
                access.read(object, cells, start);
            } else {
                for (int i = 0; i < fields.length; i++) {
                    access.read(object, fields[i], cells, start + i);
                }
            }
            DOOR.state(object, state);
            current.add(object);
            if (heard) {
                Signals.POST_LOAD.send(access.type(), new Signals.LoadEvent<>(object, database));
            }
            return object;
        }
    }
}
