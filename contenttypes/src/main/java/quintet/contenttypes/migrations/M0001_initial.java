package quintet.contenttypes.migrations;

import static quintet.orm.MigrationFields.autoId;
import static quintet.orm.MigrationFields.charField;
import static quintet.orm.Operations.alterUniqueTogether;
import static quintet.orm.Operations.createModel;

import java.util.List;
import quintet.orm.Migration;
import quintet.orm.Operation;

/** The table as Django first made it. */
public final class M0001_initial extends Migration {
    /** Made by the loader. */
    public M0001_initial() {}

    @Override
    public boolean initial() {
        return true;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                createModel("ContentType")
                        .field("id", autoId("AutoField"))
                        .field("name", charField(100))
                        .field("app_label", charField(100))
                        .field("model", charField(100).verboseName("python model class name"))
                        .option("db_table", "django_content_type")
                        .verboseName("content type")
                        .verboseNamePlural("content types"),
                alterUniqueTogether("contenttype", List.of("app_label", "model")));
    }
}
