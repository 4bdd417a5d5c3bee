package quintet.orm.internal.migrations.schema;

import java.io.Serial;

/** A change of a field that cannot be made in place. */
public final class IncompatibleFieldsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    IncompatibleFieldsException(String message) {
        super(message);
    }
}
