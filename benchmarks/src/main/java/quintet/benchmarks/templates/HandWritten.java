package quintet.benchmarks.templates;

import static quintet.benchmarks.templates.Bytes.utf8;

/**
 * The limit: each page as a Java method over a byte buffer of the right size, static text as bytes, values escaped into the
 * buffer. What a careful person would write where nothing else counts.
 */
final class HandWritten implements Contender {
    private static final byte[] STOCKS_HEAD = utf8("""
            <!doctype html>
            <html>
            <head>
            <title>Stock Prices</title>
            <meta charset="utf-8">
            <style>
            body { color: #333; line-height: 150%; }
            thead { font-weight: bold; background-color: #ccc; }
            .odd { background-color: #fff; }
            .even { background-color: #eee; }
            .minus { color: #f00; }
            </style>
            </head>
            <body>
            <h1>Stock Prices</h1>
            <table>
            <thead>
            <tr><th>#</th><th>symbol</th><th>name</th><th>price</th><th>change</th><th>ratio</th></tr>
            </thead>
            <tbody>
            """);
    private static final byte[] ROW_ODD = utf8("<tr class=\"odd\">\n<td>");
    private static final byte[] ROW_EVEN = utf8("<tr class=\"even\">\n<td>");
    private static final byte[] LINK = utf8("</td>\n<td><a href=\"/stocks/");
    private static final byte[] END_OPEN = utf8("\">");
    private static final byte[] NAME = utf8("</a></td>\n<td><a href=\"");
    private static final byte[] PRICE = utf8("</a></td>\n<td><strong>");
    private static final byte[] CHANGE = utf8("</strong></td>\n<td");
    private static final byte[] MINUS = utf8(" class=\"minus\"");
    private static final byte[] CLOSE = utf8(">");
    private static final byte[] RATIO = utf8("</td>\n<td");
    private static final byte[] ROW_END = utf8("</td>\n</tr>\n");
    private static final byte[] STOCKS_FOOT = utf8("</tbody>\n</table>\n</body>\n</html>\n");

    private static final byte[] FORTUNES_HEAD = utf8("""
            <!doctype html>
            <html>
            <head><title>Fortunes</title></head>
            <body>
            <table>
            <tr><th>id</th><th>message</th></tr>
            """);
    private static final byte[] CELL = utf8("<tr><td>");
    private static final byte[] NEXT = utf8("</td><td>");
    private static final byte[] LAST = utf8("</td></tr>\n");
    private static final byte[] FORTUNES_FOOT = utf8("</table>\n\n</body>\n</html>\n");

    private static final byte[] TABLE_HEAD = utf8("<table>\n");
    private static final byte[] TABLE_FOOT = utf8("</table>\n");

    private int expected = 512;

    @Override
    public String name() {
        return "hand-written";
    }

    @Override
    public Rendering page(Pages page) {
        return new HandWritten().rendering(page);
    }

    private Rendering rendering(Pages page) {
        return switch (page) {
            case STOCKS -> body -> finish(stocks(new Bytes(expected)), body);
            case FORTUNES -> body -> finish(fortunes(new Bytes(expected)), body);
            case TABLE -> body -> finish(table(new Bytes(expected)), body);
            case SHELF -> body -> finish(HandWrittenShelf.page(new Bytes(expected), Pages.SHELF_MODEL), body);
        };
    }

    /** The next render starts with a buffer that is large enough. */
    private void finish(Bytes out, Body body) {
        expected = Math.max(expected, out.size() + out.size() / 8);
        out.to(body);
    }

    private static Bytes stocks(Bytes out) {
        out.raw(STOCKS_HEAD);
        int index = 0;
        for (Models.Stock item : Pages.STOCK_LIST) {
            out.raw(index % 2 == 0 ? ROW_ODD : ROW_EVEN).number(++index);
            out.raw(LINK).text(item.getSymbol()).raw(END_OPEN).text(item.getSymbol());
            out.raw(NAME).text(item.getUrl()).raw(END_OPEN).text(item.getName());
            out.raw(PRICE).number(item.getPrice()).raw(CHANGE);
            if (item.getChange() < 0) out.raw(MINUS);
            out.raw(CLOSE).number(item.getChange()).raw(RATIO);
            if (item.getChange() < 0) out.raw(MINUS);
            out.raw(CLOSE).number(item.getRatio()).raw(ROW_END);
        }
        return out.raw(STOCKS_FOOT);
    }

    private static Bytes fortunes(Bytes out) {
        out.raw(FORTUNES_HEAD);
        for (Models.Fortune fortune : Pages.FORTUNE_LIST) {
            out.raw(CELL)
                    .number(fortune.getId())
                    .raw(NEXT)
                    .text(fortune.getMessage())
                    .raw(LAST);
        }
        return out.raw(FORTUNES_FOOT);
    }

    private static Bytes table(Bytes out) {
        out.raw(TABLE_HEAD);
        int counter = 0;
        for (Models.Row row : Pages.ROW_LIST) {
            out.raw(CELL)
                    .number(++counter)
                    .raw(NEXT)
                    .number(row.getId())
                    .raw(NEXT)
                    .text(row.getName());
            out.raw(NEXT).text(row.getCity()).raw(NEXT).number(row.getQuantity());
            out.raw(NEXT).number(row.getTotal()).raw(LAST);
        }
        return out.raw(TABLE_FOOT);
    }
}
