package quintet.orm.internal.load;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.Cells;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.Signals;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.RowState;
import quintet.orm.internal.query.Query;

/** Objects read by SQL that was written by hand: columns are told by their names, others become annotations. */
public final class RawRows {
    private static final Backdoor DOOR = Backdoor.get();

    private final Query query;
    private final Db db;
    private final ModelMeta<?> model;
    private final ModelAccess<Object> access;
    private final Map<String, String> names;
    private final List<FieldMeta> fields = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<String> extras = new ArrayList<>();
    private final List<Integer> extraPlaces = new ArrayList<>();
    private @Nullable BitSet missing;
    private @Nullable Cells cells;
    private @Nullable RowGroup group;
    private RowState state = RowState.NEW;

    @SuppressWarnings("unchecked") // used with objects it made
    private RawRows(Query query, Map<String, String> names) {
        this.query = query;
        this.db = Engine.database(query);
        this.model = query.meta();
        this.access = (ModelAccess<Object>) model.access();
        this.names = names;
    }

    /** The objects. {@code names}: what columns of the result are called that are fields of the model. */
    @SuppressWarnings("unchecked") // the query's model is M
    public static <M> List<M> list(
            QuerySet<M> set, String sql, Map<String, String> names, @Nullable Object... parameters) {
        RawRows rows = new RawRows(set.query(), names);
        for (String field : names.values()) {
            if (rows.model.findField(field).filter(FieldMeta::hasColumn).isEmpty()) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        rows.model.label() + " has no column for '" + field + "'.",
                        Suggestions.didYouMean(
                                field,
                                rows.model.columns().stream()
                                        .map(FieldMeta::name)
                                        .toList()));
            }
        }
        List<Object> objects = rows.db.query(sql, rows::read, parameters);
        if (!set.query().prefetches().isEmpty()) {
            Prefetcher.load(objects, set.query().prefetches());
        }
        return (List<M>) objects;
    }

    private Object read(ResultSet row) throws SQLException {
        Cells known = cells;
        if (known == null) {
            known = db.dialect().cells(row);
            cells = known;
            columns(row.getMetaData());
        }
        RowGroup current = group;
        if (current == null || current.isFull()) {
            current = new RowGroup(query.fetchMode());
            group = current;
            state = new RowState(db.alias(), missing, current);
        }
        known.group(current);
        KeyedModel<?> object = (KeyedModel<?>) access.make();
        for (int i = 0; i < fields.size(); i++) {
            access.read(object, fields.get(i).index(), known, places.get(i));
        }
        DOOR.state(object, state);
        for (int i = 0; i < extras.size(); i++) {
            DOOR.annotation(object, extras.get(i), known.object(extraPlaces.get(i)));
        }
        current.add(object);
        if (Signals.POST_LOAD.hasListeners(access.type())) {
            Signals.POST_LOAD.send(access.type(), new Signals.LoadEvent<>(object, db.alias()));
        }
        return object;
    }

    private void columns(ResultSetMetaData data) throws SQLException {
        BitSet left = new BitSet();
        left.set(0, model.columns().size());
        for (int i = 1; i <= data.getColumnCount(); i++) {
            String label = data.getColumnLabel(i);
            FieldMeta field = field(label);
            if (field == null) {
                extras.add(label);
                extraPlaces.add(i);
            } else if (left.get(field.index())) {
                left.clear(field.index());
                fields.add(field);
                places.add(i);
            }
        }
        for (FieldMeta key : model.keyFields()) {
            if (left.get(key.index())) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Raw query must include the primary key",
                        "Select " + key.column() + " too: without it nobody knows which " + model.objectName()
                                + " a row is.");
            }
        }
        missing = left.isEmpty() ? null : left;
    }

    private @Nullable FieldMeta field(String label) {
        String name = names.get(label);
        if (name != null) {
            return model.field(name);
        }
        for (FieldMeta field : model.columns()) {
            if (field.column().toLowerCase(Locale.ROOT).equals(label.toLowerCase(Locale.ROOT))) {
                return field;
            }
        }
        return null;
    }
}
