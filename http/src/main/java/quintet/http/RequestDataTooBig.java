package quintet.http;

import quintet.core.SuspiciousOperation;

/** A body, files apart, is longer than {@link UploadSettings#maxMemory()}; answered with 400. */
public final class RequestDataTooBig extends SuspiciousOperation {
    /** The limit was exceeded. */
    public RequestDataTooBig() {
        super("Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.");
    }
}
