package quintet.orm.internal.migrations;

import java.io.Serial;

/** Something is wrong with migrations or their history; the message says what, where, and what to do. */
public final class MigrationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public MigrationException(String message) {
        super(message);
    }

    /** With a message for people and what led to it. */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
