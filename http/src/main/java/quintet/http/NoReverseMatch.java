package quintet.http;

/** No URL could be made: the route is not mounted, or the values do not fit its path. */
public final class NoReverseMatch extends RuntimeException {
    NoReverseMatch(String message) {
        super(message);
    }
}
