package quintet.orm.internal.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quintet.orm.Db;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Compiled;

/** Asks the database how it would run a query. */
public final class Explanation {
    private Explanation() {}

    /** How the database would run a query. */
    public static String of(Query query, Map<String, ?> options) {
        Db db = Engine.database(query);
        Compiled compiled = Engine.rowsOf(db, query);
        if (compiled.isEmpty()) {
            return "(no rows)";
        }
        String prefix = db.dialect().explain(options);
        boolean table = db.dialect().explainsAsTable();
        Compiled explained = new Compiled(prefix + compiled.sql(), compiled.slots(), compiled.plan());
        int column = db.dialect().explainedColumn();
        return Engine.read(db, explained, query, (rows, cells) -> {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(text.isEmpty() ? "" : "\n").append(table ? line(rows) : rows.getString(column));
            }
            return text.toString();
        });
    }

    /** A plan that comes as a table: its cells with blanks between them. */
    private static String line(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(rows.getString(i)));
        }
        return String.join(" ", cells);
    }
}
