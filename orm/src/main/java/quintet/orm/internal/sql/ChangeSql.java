package quintet.orm.internal.sql;

import java.util.Map;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** Writes UPDATE and DELETE of the rows of a query. */
final class ChangeSql {
    private final Renderer to;

    ChangeSql(Renderer to) {
        this.to = to;
    }

    void update(SelectBuilder builder, Map<FieldMeta, R> changes) {
        Select select = builder.select();
        to.bare = onlyBase(select);
        to.text("UPDATE ").name(select.scope.model.table()).text(" SET ");
        String separator = "";
        boolean outerBare = to.bare;
        for (Map.Entry<FieldMeta, R> change : changes.entrySet()) {
            to.text(separator).name(change.getKey().column()).text(" = ");
            to.bare = true;
            to.dialect.assigned(to, change.getKey(), change.getValue());
            to.bare = outerBare;
            separator = ", ";
        }
        rowsOf(builder, select);
    }

    void delete(SelectBuilder builder) {
        Select select = builder.select();
        to.text("DELETE FROM ").name(select.scope.model.table());
        rowsOf(builder, select);
    }

    private static boolean onlyBase(Select select) {
        return select.scope.joins().stream().allMatch(join -> join.parent == null || join.uses <= 0);
    }

    /** The WHERE of a change: the query's own if it stays in the table, else by keys from a subquery. */
    private void rowsOf(SelectBuilder builder, Select select) {
        boolean plain = onlyBase(select)
                && select.limitSlot < 0
                && !select.distinct
                && !builder.isGrouped()
                && select.qualify.isEmpty()
                && select.combinedOperator == null;
        if (plain) {
            to.bare = false;
            to.conditions(select.where, " WHERE ");
            return;
        }
        to.bare = false;
        to.text(" WHERE ");
        keyColumns(select.scope.model);
        to.text(" IN (");
        if (to.dialect.copiesSubqueryOfChangedTable()) {
            to.text("SELECT * FROM (");
        }
        select.items.clear();
        select.items.add(new Select.Item(Resolver.key(select.scope.base), null));
        if (select.limitSlot >= 0) {
            builder.finish();
        } else {
            builder.grouping(false);
        }
        to.select(Qualify.wrap(select));
        to.text(to.dialect.copiesSubqueryOfChangedTable() ? ") copied)" : ")");
    }

    private void keyColumns(ModelMeta<?> model) {
        boolean several = model.hasCompositeKey();
        to.text(several ? "(" : "");
        String separator = "";
        for (FieldMeta field : model.keyFields()) {
            to.text(separator).name(field.column());
            separator = ", ";
        }
        to.text(several ? ")" : "");
    }
}
