package quintet.http;

import quintet.core.SuspiciousOperation;

/** A redirect to a URL that is not http, https or ftp, or that is too long; answered with 400. */
public final class DisallowedRedirect extends SuspiciousOperation {
    DisallowedRedirect(String message) {
        super(message);
    }
}
