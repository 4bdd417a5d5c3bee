package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.query.Query;

/**
 * What an INSERT made in a database that gives no rows back from it, which is MySQL: the keys come from the driver, other values
 * from a query.
 */
final class GeneratedKeys {
    private static final String STEP = "SELECT @@SESSION.auto_increment_increment";

    private final ModelMeta<?> table;
    private final @Nullable FieldMeta key;
    private final List<FieldMeta> others;

    GeneratedKeys(ModelMeta<?> table, List<FieldMeta> made) {
        this.table = table;
        this.key =
                made.stream().filter(field -> field.kind().isAuto()).findFirst().orElse(null);
        this.others = made.stream().filter(field -> !field.kind().isAuto()).toList();
    }

    /**
     * Gives objects the keys of the rows just inserted. The server tells the first; those of one statement whose number of rows it
     * knew beforehand follow each other in steps.
     */
    void take(Link link, PreparedStatement statement, List<? extends KeyedModel<?>> objects) throws SQLException {
        FieldMeta field = key;
        if (field == null) {
            return;
        }
        long first;
        try (ResultSet rows = statement.getGeneratedKeys()) {
            if (!rows.next()) {
                throw new SQLException("The server did not tell the key of the row that was inserted.");
            }
            first = rows.getLong(1);
        }
        long step = objects.size() == 1 ? 1 : step(link);
        for (KeyedModel<?> object : objects) {
            field.set(object, first);
            first += step;
        }
    }

    private static long step(Link link) throws SQLException {
        PreparedStatement question = link.prepare(STEP);
        boolean done = false;
        try (ResultSet rows = question.executeQuery()) {
            long step = rows.next() ? rows.getLong(1) : 1;
            done = true;
            return step;
        } finally {
            if (done) {
                link.keep(STEP, question);
            } else {
                link.drop(question);
            }
        }
    }

    /** Reads what else the database made: defaults of columns, computed columns. */
    void readOthers(Db db, List<? extends KeyedModel<?>> objects) {
        if (others.isEmpty()) {
            return;
        }
        Map<Object, KeyedModel<?>> byKey = new HashMap<>();
        objects.forEach(object -> byKey.put(Objects.requireNonNull(table.keyOf(object)), object));
        Query rows = table.baseRows()
                .query()
                .using(db.alias())
                .orderBy(List.of())
                .only(others.stream().map(FieldMeta::name).toList());
        for (List<Object> some : Keys.portions(byKey.keySet())) {
            for (Object row : Engine.objects(rows.filter(Keys.in("pk", some)))) {
                KeyedModel<?> from = (KeyedModel<?>) row;
                KeyedModel<?> to = byKey.get(Objects.requireNonNull(from.key()));
                if (to != null) {
                    others.forEach(field -> field.set(to, field.own().get(from)));
                }
            }
        }
    }
}
