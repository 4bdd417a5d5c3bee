package quintet.core;

/** Ends a command with a sentence for the user and an exit code. Django's {@code CommandError}. */
public class CommandError extends RuntimeException {
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

    /** Exit code 1, with what led to it; for errors that are more than a command's but end one with their sentence alone. */
    protected CommandError(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = 1;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
