package tagging.migrations;

import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.createModel;

import java.util.List;
import quintet.fields.OnDelete;
import quintet.orm.Migration;
import quintet.orm.Operation;

/** The tests' tables. */
public final class M0001_initial extends Migration {
    @Override
    public List<Dependency> dependencies() {
        return List.of(on("contenttypes", "0002_remove_content_type_name"));
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                createModel("Animal").field("id", autoId()).field("name", charField(30)),
                createModel("Plant").field("id", autoId()).field("name", charField(30)),
                createModel("Seat")
                        .field("pk", compositePrimaryKey("row", "number"))
                        .field("row", charField(5))
                        .field("number", integerField()),
                createModel("Remark")
                        .field("id", autoId())
                        .field("text", charField(50))
                        .field(
                                "content_type",
                                foreignKey("contenttypes.contenttype").onDelete(OnDelete.CASCADE))
                        .field("object_id", charField(200)),
                createModel("TaggedItem")
                        .field("id", autoId())
                        .field("tag", field("SlugField", java.util.Map.of()))
                        .field(
                                "content_type",
                                foreignKey("contenttypes.contenttype").onDelete(OnDelete.CASCADE))
                        .field("object_id", field("BigIntegerField", java.util.Map.of())));
    }
}
