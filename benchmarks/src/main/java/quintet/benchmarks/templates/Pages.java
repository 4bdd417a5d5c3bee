package quintet.benchmarks.templates;

import java.util.List;

/** The pages that are measured. */
enum Pages {
    /** Twenty stocks with prices, classes and links. */
    STOCKS("stocks"),
    /** Twelve fortunes in a page that extends another. */
    FORTUNES("fortunes"),
    /** A table of a thousand rows. */
    TABLE("table"),
    /** The list page of the demo site, with a parent and includes. */
    SHELF("shelf");

    static final List<Models.Stock> STOCK_LIST = Models.stocks();
    static final List<Models.Fortune> FORTUNE_LIST = Models.fortunes();
    static final List<Models.Row> ROW_LIST = Models.rows();
    static final Shelf SHELF_MODEL = Models.shelf();

    private final String file;

    Pages(String file) {
        this.file = file;
    }

    /** The name of its templates, without ending. */
    String file() {
        return file;
    }
}
