package quintet.core;

/** Ends a command with a sentence for the user and an exit code. Django's {@code CommandError}. */
public final class CommandError extends RuntimeException {
    private final int exitCode;

    /** Exit code 1. */
    public CommandError(String message) {
        this(message, 1);
    }

    /** Another exit code. */
    public CommandError(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
