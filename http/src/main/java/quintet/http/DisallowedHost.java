package quintet.http;

import quintet.core.SuspiciousOperation;

/** The Host header is malformed or names a host this site does not answer to; answered with 400. */
public final class DisallowedHost extends SuspiciousOperation {
    DisallowedHost(String message) {
        super(message);
    }
}
