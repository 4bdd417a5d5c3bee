package quintet.views;

/** A page was asked for that a {@link Paginator} does not have. Django's {@code InvalidPage}. */
public sealed class InvalidPage extends RuntimeException permits PageNotAnInteger, EmptyPage {
    private static final long serialVersionUID = 1;

    InvalidPage(String message) {
        super(message);
    }
}
