package quintet.views;

/** The page number was below 1, or beyond the last page. Django's {@code EmptyPage}. */
public final class EmptyPage extends InvalidPage {
    private static final long serialVersionUID = 1;

    EmptyPage(String message) {
        super(message);
    }
}
