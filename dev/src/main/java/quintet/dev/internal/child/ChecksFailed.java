package quintet.dev.internal.child;

/** The site's checks found errors, so it is not served. */
final class ChecksFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChecksFailed(String report) {
        super(report, null, false, false);
    }
}
