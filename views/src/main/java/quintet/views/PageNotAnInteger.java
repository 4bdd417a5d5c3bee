package quintet.views;

/** The page number was not a whole number. Django's {@code PageNotAnInteger}. */
public final class PageNotAnInteger extends InvalidPage {
    private static final long serialVersionUID = 1;

    PageNotAnInteger(String message) {
        super(message);
    }
}
