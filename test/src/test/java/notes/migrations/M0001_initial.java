package notes.migrations;

import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;

import java.util.List;
import quintet.orm.Migration;
import quintet.orm.Operation;

public final class M0001_initial extends Migration {
    @Override
    public boolean initial() {
        return true;
    }

    @Override
    public List<Operation> operations() {
        return List.of(createModel("Note")
                .field("id", autoId())
                .field("text", charField(20).unique())
                .field("weight", integerField()));
    }
}
