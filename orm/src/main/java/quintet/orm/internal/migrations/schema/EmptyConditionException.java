package quintet.orm.internal.migrations.schema;

import java.io.Serial;

/** A condition that no row can meet. */
public final class EmptyConditionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    EmptyConditionException(String message) {
        super(message);
    }
}
