package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.IndexMethod;
import quintet.orm.IndexState;
import quintet.orm.internal.migrations.schema.Names;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Gives indexes without a name the one Django derives. */
public final class IndexNaming {
    private IndexNaming() {}

    /** The state with all indexes named. */
    public static ProjectState named(ProjectState state) {
        return state.map(model -> {
            List<IndexState> indexes = model.indexes();
            if (indexes.stream().noneMatch(i -> i.name().isEmpty())) {
                return model;
            }
            SchemaModel schema = SchemaModel.of(state, model);
            return model.withOption(
                    "indexes", indexes.stream().map(i -> named(schema, i)).toList());
        });
    }

    private static IndexState named(SchemaModel model, IndexState index) {
        if (!index.name().isEmpty()) {
            return index;
        }
        if (index.fields().isEmpty()) {
            throw new MigrationException(
                    "An index over expressions needs a name; model " + model.key() + " has one without");
        }
        List<String> columns = new ArrayList<>();
        List<Boolean> descending = new ArrayList<>();
        for (String field : index.fields()) {
            boolean desc = field.startsWith("-");
            columns.add(model.field(desc ? field.substring(1) : field).column());
            descending.add(desc);
        }
        IndexMethod method = index.method();
        String suffix = method == null ? "idx" : method.name();
        return index.name(Names.metaIndex(model.table(), columns, descending, suffix));
    }
}
