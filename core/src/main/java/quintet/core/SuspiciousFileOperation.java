package quintet.core;

/** A file name that leads out of where files are kept, or none at all. Django's {@code SuspiciousFileOperation}. */
public final class SuspiciousFileOperation extends SuspiciousOperation {
    /** Creates one with a message. */
    public SuspiciousFileOperation(String message) {
        super(message);
    }
}
