package quintet.http;

import quintet.core.SuspiciousOperation;

/** More files were sent than {@link UploadSettings#maxFiles()} allows; answered with 400. */
public final class TooManyFilesSent extends SuspiciousOperation {
    /** The limit was exceeded. */
    public TooManyFilesSent() {
        super("The number of files exceeded settings.DATA_UPLOAD_MAX_NUMBER_FILES.");
    }
}
