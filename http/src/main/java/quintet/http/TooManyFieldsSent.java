package quintet.http;

import quintet.core.SuspiciousOperation;

/** More parameters were sent than {@link UploadSettings#maxFields()} allows; answered with 400. */
public final class TooManyFieldsSent extends SuspiciousOperation {
    /** The limit was exceeded. */
    public TooManyFieldsSent() {
        super("The number of GET/POST parameters exceeded settings.DATA_UPLOAD_MAX_NUMBER_FIELDS.");
    }
}
