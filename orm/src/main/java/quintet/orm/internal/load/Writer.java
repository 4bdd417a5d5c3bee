package quintet.orm.internal.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import quintet.orm.Cells;
import quintet.orm.Conflict;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.Parameters;
import quintet.orm.internal.db.Link;
import quintet.orm.internal.db.QueryLog;
import quintet.orm.internal.sql.ArrayParameters;
import quintet.orm.internal.sql.Compiled;
import quintet.orm.internal.sql.Plan;
import quintet.orm.internal.sql.SqlCache;

/** Inserts and updates rows of objects. */
final class Writer {
    private static final int KEPT_PORTION = 100;

    /** In place of a number of rows: they come as one array for each column. */
    private static final int MANY = 0;

    private final Db db;
    private final ModelMeta<?> meta;
    private final ModelMeta<?> own;
    private final String table;
    private final List<FieldMeta> keys;
    private final ModelAccess<Object> access;

    /**
     * Writes to one of the tables of a model.
     *
     * @param table the model whose table it is: the model itself, or one of its parents
     */
    @SuppressWarnings("unchecked") // used with objects of the model
    Writer(Db db, ModelMeta<?> meta, ModelMeta<?> table) {
        this.db = db;
        this.meta = meta;
        this.own = table;
        this.table = table.table();
        this.keys = meta.concrete() == table
                ? meta.keyFields()
                : table.keyFields().stream()
                        .map(field -> meta.field(field.name()))
                        .toList();
        this.access = (ModelAccess<Object>) meta.access();
    }

    /** Inserts objects with one statement and reads back what the database made. */
    void insert(
            List<? extends KeyedModel<?>> objects,
            List<FieldMeta> fields,
            List<FieldMeta> returned,
            Conflict conflict) {
        List<String> arrays = objects.size() > 1 ? db.dialect().arrayTypes(fields) : List.of();
        String sql = keptInsertSql(arrays.isEmpty() ? objects.size() : MANY, fields, returned, conflict);
        GeneratedKeys made =
                returned.isEmpty() || db.dialect().returnsInserted() ? null : new GeneratedKeys(own, returned);
        db.run(true, sql, link -> {
            long start = QueryLog.start();
            if (made != null) {
                link.tellKeys();
            }
            PreparedStatement statement = Engine.prepare(db, link, sql, start, new Object[0]);
            boolean done = false;
            try {
                if (arrays.isEmpty()) {
                    write(objects, fields, db.dialect().parameters(link, statement));
                } else {
                    ArrayParameters columns = db.dialect().arrays(statement, arrays, objects.size());
                    write(objects, fields, columns);
                    columns.bind();
                }
                if (returned.isEmpty()) {
                    statement.executeUpdate();
                } else if (made == null) {
                    readBack(statement, objects, returned);
                } else {
                    statement.executeUpdate();
                    made.take(link, statement, objects);
                }
                done = true;
            } finally {
                QueryLog.end(db, sql, start, null);
                give(link, sql, statement, done);
            }
            return true;
        });
        if (made != null) {
            made.readOthers(db, objects);
        }
    }

    private void write(List<? extends KeyedModel<?>> objects, List<FieldMeta> fields, Parameters parameters) {
        for (KeyedModel<?> object : objects) {
            for (FieldMeta field : fields) {
                access.write(object, field.index(), parameters);
            }
        }
    }

    private static void give(Link link, String sql, PreparedStatement statement, boolean done) throws SQLException {
        if (done) {
            link.keep(sql, statement);
        } else {
            link.drop(statement);
        }
    }

    private int readBack(PreparedStatement statement, List<? extends KeyedModel<?>> objects, List<FieldMeta> returned)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            Cells cells = db.dialect().cells(rows);
            int read = 0;
            for (KeyedModel<?> object : objects) {
                if (!rows.next()) {
                    return read;
                }
                for (int i = 0; i < returned.size(); i++) {
                    access.read(object, returned.get(i).index(), cells, i + 1);
                }
                read++;
            }
            return read;
        }
    }

    /** What an INSERT's text depends on. */
    private record InsertForm(
            ModelMeta<?> model,
            String table,
            int rows,
            List<FieldMeta> fields,
            List<FieldMeta> returned,
            Conflict conflict) {}

    /** What an UPDATE's text depends on. */
    private record UpdateForm(ModelMeta<?> model, String table, List<FieldMeta> fields) {}

    /** Texts for one row and for full portions are kept; those for the rest of a list have too many forms. */
    private String keptInsertSql(int rows, List<FieldMeta> fields, List<FieldMeta> returned, Conflict conflict) {
        if (rows > 1 && rows % KEPT_PORTION != 0) {
            return insertSql(rows, fields, returned, conflict);
        }
        InsertForm form = new InsertForm(meta, table, rows, List.copyOf(fields), List.copyOf(returned), conflict);
        return db.cache()
                .get(
                        form,
                        SqlCache.Purpose.INSERT,
                        () -> new Compiled(insertSql(rows, fields, returned, conflict), List.of(), new Plan()))
                .sql();
    }

    private String insertSql(int rows, List<FieldMeta> fields, List<FieldMeta> returned, Conflict conflict) {
        StringBuilder sql = new StringBuilder(64 + rows * fields.size() * 3)
                .append(db.dialect().insertStart(conflict.ignore()));
        db.dialect().quote(sql, table);
        if (fields.isEmpty()) {
            sql.append(db.dialect().emptyInsert());
        } else {
            sql.append(" (");
            names(sql, fields);
            sql.append(") ");
            if (rows == MANY) {
                return end(sql.append(unnested(fields)), returned, conflict);
            }
            sql.append("VALUES ");
            String row = "(" + String.join(", ", Collections.nCopies(fields.size(), "?")) + ")";
            for (int i = 0; i < rows; i++) {
                sql.append(i == 0 ? "" : ", ").append(row);
            }
        }
        return end(sql, returned, conflict);
    }

    private String unnested(List<FieldMeta> fields) {
        return db.dialect().arrayTypes(fields).stream()
                .map(type -> "?::" + type + "[]")
                .collect(Collectors.joining(", ", "SELECT * FROM UNNEST(", ")"));
    }

    private String end(StringBuilder sql, List<FieldMeta> returned, Conflict conflict) {
        conflict(sql, conflict);
        if (!returned.isEmpty() && db.dialect().returnsInserted()) {
            sql.append(" RETURNING ");
            names(sql, returned);
        }
        return sql.toString();
    }

    private void conflict(StringBuilder sql, Conflict conflict) {
        db.dialect().conflict(sql, conflict.ignore(), columns(conflict.unique()), columns(conflict.update()));
    }

    private List<String> columns(List<String> names) {
        return names.stream()
                .flatMap(name -> meta.field(name).parts().stream())
                .map(FieldMeta::column)
                .toList();
    }

    private void names(StringBuilder sql, List<FieldMeta> fields) {
        String separator = "";
        for (FieldMeta field : fields) {
            sql.append(separator);
            db.dialect().quote(sql, field.column());
            separator = ", ";
        }
    }

    /** Updates the row of an object and reads back what the database computed. Gives the number of rows that were there. */
    int update(KeyedModel<?> object, List<FieldMeta> fields, List<FieldMeta> returned) {
        if (returned.isEmpty()) {
            return update(List.of(object), fields);
        }
        if (!db.dialect().returnsUpdated()) {
            int rows = update(List.of(object), fields);
            if (rows > 0) {
                Saver.refresh(object, returned.stream().map(FieldMeta::name).toList());
            }
            return rows;
        }
        StringBuilder text = updateSql(fields).append(" RETURNING ");
        names(text, returned);
        String sql = text.toString();
        List<FieldMeta> all = new ArrayList<>(fields);
        all.addAll(keys);
        return db.run(true, sql, link -> {
            long start = QueryLog.start();
            PreparedStatement statement = Engine.prepare(db, link, sql, start, new Object[0]);
            boolean done = false;
            try {
                Parameters parameters = db.dialect().parameters(link, statement);
                for (FieldMeta field : all) {
                    access.write(object, field.index(), parameters);
                }
                int rows = readBack(statement, List.of(object), returned);
                done = true;
                return rows;
            } finally {
                QueryLog.end(db, sql, start, null);
                give(link, sql, statement, done);
            }
        });
    }

    /** Updates the rows of objects, with one prepared statement. */
    int update(List<? extends KeyedModel<?>> objects, List<FieldMeta> fields) {
        UpdateForm form = new UpdateForm(meta, table, List.copyOf(fields));
        String sql = db.cache()
                .get(
                        form,
                        SqlCache.Purpose.UPDATE,
                        () -> new Compiled(updateSql(fields).toString(), List.of(), new Plan()))
                .sql();
        List<FieldMeta> all = new ArrayList<>(fields);
        all.addAll(keys);
        return db.run(true, sql, link -> {
            long start = QueryLog.start();
            PreparedStatement statement = Engine.prepare(db, link, sql, start, new Object[0]);
            boolean done = false;
            int rows = 0;
            try {
                for (KeyedModel<?> object : objects) {
                    Parameters parameters = db.dialect().parameters(link, statement);
                    for (FieldMeta field : all) {
                        access.write(object, field.index(), parameters);
                    }
                    rows += statement.executeUpdate();
                }
                done = true;
                return rows;
            } finally {
                QueryLog.end(db, sql, start, null);
                give(link, sql, statement, done);
            }
        });
    }

    private StringBuilder updateSql(List<FieldMeta> fields) {
        StringBuilder text = new StringBuilder("UPDATE ");
        db.dialect().quote(text, table);
        assignments(text.append(" SET "), fields, ", ");
        assignments(text.append(" WHERE "), keys, " AND ");
        return text;
    }

    private void assignments(StringBuilder sql, List<FieldMeta> fields, String between) {
        String separator = "";
        for (FieldMeta field : fields) {
            sql.append(separator);
            db.dialect().quote(sql, field.column());
            sql.append(" = ?");
            separator = between;
        }
    }
}
