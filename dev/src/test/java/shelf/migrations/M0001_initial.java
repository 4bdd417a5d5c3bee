package shelf.migrations;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.MigrationFields.autoId;
import static quintet.orm.MigrationFields.charField;
import static quintet.orm.MigrationFields.dateField;
import static quintet.orm.MigrationFields.foreignKey;
import static quintet.orm.MigrationFields.manyToManyField;
import static quintet.orm.Operations.createModel;

import java.util.List;
import quintet.orm.Migration;
import quintet.orm.Operation;

/** The first tables. */
public final class M0001_initial extends Migration {
    @Override
    public boolean initial() {
        return true;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                createModel("Author")
                        .field("id", autoId())
                        .field("name", charField(200))
                        .field("api_token", charField(100).blank()),
                createModel("Tag")
                        .field("id", autoId())
                        .field("word", charField(50).unique()),
                createModel("Book")
                        .field("id", autoId())
                        .field("title", charField(200))
                        .field("published", dateField().blank().nullable())
                        .field("author", foreignKey("shelf.author").onDelete(CASCADE))
                        .field("tags", manyToManyField("shelf.tag")));
    }
}
