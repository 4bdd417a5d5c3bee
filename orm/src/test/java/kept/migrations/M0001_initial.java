package kept.migrations;

import java.util.List;
import quintet.orm.Migration;
import quintet.orm.Operation;

/** Does nothing. */
public final class M0001_initial extends Migration {
    @Override
    public List<Operation> operations() {
        return List.of();
    }
}
