package quintet.contenttypes.migrations;

import static quintet.orm.MigrationFields.charField;
import static quintet.orm.Operations.alterField;
import static quintet.orm.Operations.alterModelOptions;
import static quintet.orm.Operations.removeField;
import static quintet.orm.Operations.runJava;

import java.util.List;
import java.util.Map;
import quintet.orm.Migration;
import quintet.orm.Operation;

/** The name is that of the model's class since. */
public final class M0002_remove_content_type_name extends Migration {
    /** Made by the loader. */
    public M0002_remove_content_type_name() {}

    @Override
    public List<Dependency> dependencies() {
        return List.of(on("contenttypes", "0001_initial"));
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                alterModelOptions(
                        "contenttype", Map.of("verbose_name", "content type", "verbose_name_plural", "content types")),
                alterField("contenttype", "name", charField(100).nullable()),
                // Nothing on the way here; on the way back the names are needed again.
                runJava(Operation.Code.NOTHING)
                        .reverse(apps -> apps.execute("UPDATE django_content_type SET name = model"))
                        .hints(Map.of("model_name", "contenttype")),
                removeField("contenttype", "name"));
    }
}
