package quintet.orm.internal.sql;

import java.sql.SQLException;
import quintet.orm.Parameters;

/** Parameters that are gathered row by row and sent as one array for each column. */
public abstract class ArrayParameters extends Parameters {
    /** For dialects. */
    ArrayParameters() {}

    /** Sets the arrays; called when all rows have been written. */
    public abstract void bind() throws SQLException;
}
