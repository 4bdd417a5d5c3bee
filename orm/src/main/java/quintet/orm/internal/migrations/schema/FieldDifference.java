package quintet.orm.internal.migrations.schema;

import java.util.List;
import java.util.Set;
import quintet.orm.FieldState;

/** Says which differences between two forms of a field the database sees. */
final class FieldDifference {
    /** Options that make no difference to a column. */
    private static final Set<String> NOT_IN_DATABASE = Set.of(
            "blank",
            "choices",
            "db_column",
            "db_columns",
            "editable",
            "error_messages",
            "help_text",
            "limit_choices_to",
            "on_delete",
            "related_name",
            "related_query_name",
            "validators",
            "verbose_name");

    private FieldDifference() {}

    /** Whether a computed column is computed in another way, which no database can change. */
    static boolean ofComputation(ColumnSql columns, SchemaField old, SchemaField now) {
        if (old.isGenerated() != now.isGenerated()) {
            return true;
        }
        return now.isGenerated()
                && (old.state().flag("db_persist", true) != now.state().flag("db_persist", true)
                        || !columns.generated(old).equals(columns.generated(now)));
    }

    /** Whether the database sees a difference between two forms of a field. */
    static boolean inDatabase(SchemaField old, SchemaField now) {
        if (old.isComposite() && now.isComposite()) {
            return false;
        }
        boolean renamed = !old.isManyToMany() && !IndexSql.columns(List.of(old)).equals(IndexSql.columns(List.of(now)));
        return renamed
                || old.isGenerated()
                || !old.type().equals(now.type())
                || !relevant(old).equals(relevant(now))
                || (old.isManyToMany() && !old.name().equals(now.name()));
    }

    private static FieldState relevant(SchemaField field) {
        FieldState state = field.state();
        for (String option : NOT_IN_DATABASE) {
            if (!option.equals("on_delete") || IndexSql.onDelete(field).isEmpty()) {
                state = state.without(option);
            }
        }
        return state;
    }
}
