package quintet.benchmarks.templates;

import static quintet.benchmarks.templates.Bytes.utf8;

import java.util.regex.Pattern;

/**
 * The demo's list page, written by hand. The static text comes from the templates, cut at their tags, so that both show the
 * same: {@code B7} is the eighth piece of base.html, L of the list, C of a cover, P of the links to pages.
 */
final class HandWrittenShelf {
    private static final byte[][] BASE = pieces("base.html");
    private static final byte[][] LIST = pieces("shelf.html");
    private static final byte[][] COVER = pieces("library/_cover.html");
    private static final byte[][] LINKS = pieces("library/_pages.html");
    private static final byte[] B1 = BASE[1];
    private static final byte[] B3 = BASE[3];
    private static final byte[] B4 = BASE[4];
    private static final byte[] B5 = BASE[5];
    private static final byte[] B6 = BASE[6];
    private static final byte[] B7 = BASE[7];
    private static final byte[] B8 = BASE[8];
    private static final byte[] B9 = BASE[9];
    private static final byte[] B10 = BASE[10];
    private static final byte[] B11 = BASE[11];
    private static final byte[] B12 = BASE[12];
    private static final byte[] B14 = BASE[14];
    private static final byte[] B15 = BASE[15];
    private static final byte[] B17 = BASE[17];
    private static final byte[] B18 = BASE[18];
    private static final byte[] B20 = BASE[20];
    private static final byte[] B23 = BASE[23];
    private static final byte[] B25 = BASE[25];
    private static final byte[] L3 = LIST[3];
    private static final byte[] L4 = LIST[4];
    private static final byte[] L5 = LIST[5];
    private static final byte[] L7 = LIST[7];
    private static final byte[] L11 = LIST[11];
    private static final byte[] L12 = LIST[12];
    private static final byte[] L13 = LIST[13];
    private static final byte[] L14 = LIST[14];
    private static final byte[] L15 = LIST[15];
    private static final byte[] L16 = LIST[16];
    private static final byte[] L17 = LIST[17];
    private static final byte[] L18 = LIST[18];
    private static final byte[] L19 = LIST[19];
    private static final byte[] L20 = LIST[20];
    private static final byte[] L21 = LIST[21];
    private static final byte[] L22 = LIST[22];
    private static final byte[] L23 = LIST[23];
    private static final byte[] L24 = LIST[24];
    private static final byte[] L25 = LIST[25];
    private static final byte[] L26 = LIST[26];
    private static final byte[] L28 = LIST[28];
    private static final byte[] L29 = LIST[29];
    private static final byte[] L31 = LIST[31];
    private static final byte[] L40 = LIST[40];
    private static final byte[] L41 = LIST[41];
    private static final byte[] L42 = LIST[42];
    private static final byte[] L43 = LIST[43];
    private static final byte[] L44 = LIST[44];
    private static final byte[] L45 = LIST[45];
    private static final byte[] L48 = LIST[48];
    private static final byte[] C0 = COVER[0];
    private static final byte[] C1 = COVER[1];
    private static final byte[] C2 = COVER[2];
    private static final byte[] C3 = COVER[3];
    private static final byte[] C4 = COVER[4];
    private static final byte[] C5 = COVER[5];
    private static final byte[] C6 = COVER[6];
    private static final byte[] C7 = COVER[7];
    private static final byte[] C8 = COVER[8];
    private static final byte[] C9 = COVER[9];
    private static final byte[] P1 = LINKS[1];
    private static final byte[] P2 = LINKS[2];
    private static final byte[] P3 = LINKS[3];
    private static final byte[] P4 = LINKS[4];
    private static final byte[] P5 = LINKS[5];
    private static final byte[] P6 = LINKS[6];
    private static final byte[] P7 = LINKS[7];
    private static final byte[] P8 = LINKS[8];
    private static final byte[] P9 = LINKS[9];
    private static final byte[] P10 = LINKS[10];
    private static final byte[] P11 = LINKS[11];
    private static final byte[] P12 = LINKS[12];
    private static final byte[] P13 = LINKS[13];
    private static final byte[] P14 = LINKS[14];
    private static final byte[] P15 = LINKS[15];
    private static final byte[] P16 = LINKS[16];
    private static final byte[] P17 = LINKS[17];
    private static final byte[] P18 = LINKS[18];
    private static final byte[] P19 = LINKS[19];
    private static final byte[] PLURAL = utf8("s");
    private static final byte[] HEADING = utf8("h2");
    private static final byte[] GAP = utf8("…");

    private HandWrittenShelf() {}

    private static byte[][] pieces(String file) {
        return Pattern.compile("\\{%.*?%}|\\{\\{.*?}}")
                .splitAsStream(Files.read("django/" + file))
                .map(Bytes::utf8)
                .toArray(byte[][]::new);
    }

    static Bytes page(Bytes out, Shelf shelf) {
        Shelf.Page page = shelf.getPage();
        out.raw(B1);
        if (!shelf.getQuery().isEmpty()) out.raw(L3).text(shelf.getQuery()).raw(L4);
        else out.raw(L5);
        if (page.getNumber() > 1) out.raw(L7).number(page.getNumber());
        out.raw(B3).raw(B4).raw(B5).text("/static/library/icon.svg").raw(B6).text("/static/library/site.css");
        out.raw(B7).text(url("library:list")).raw(B8).text(url("library:list")).raw(B9);
        if (shelf.getHere().equals("books")) out.raw(B10);
        out.raw(B11).text(url("library:authors")).raw(B12);
        if (shelf.getHere().equals("authors")) out.raw(B10);
        out.raw(B14).text(url("library:timeline")).raw(B15);
        if (shelf.getHere().equals("timeline")) out.raw(B10);
        out.raw(B17).text(url("library:create")).raw(B18);
        if (shelf.getHere().equals("create")) out.raw(B10);
        out.raw(B20).raw(B23);
        content(out, shelf, page);
        return out.raw(B25);
    }

    private static String url(String route) {
        return java.util.Objects.requireNonNull(Models.ROUTES.get(route));
    }

    private static void content(Bytes out, Shelf shelf, Shelf.Page page) {
        out.raw(L11).text(url("library:list")).raw(L12).text(shelf.getQuery()).raw(L13);
        for (Shelf.Filter filter : shelf.getFilters()) filter(out, filter);
        out.raw(L25).number(shelf.getPaginator().getCount()).raw(L26);
        if (shelf.getPaginator().getCount() != 1) out.raw(PLURAL);
        if (page.getHasOtherPages()) {
            out.raw(L28).number(page.getNumber()).raw(L29);
            out.number(shelf.getPaginator().getNumPages());
        }
        out.raw(L31).raw(L40).raw(L41);
        for (Shelf.Book book : shelf.getBooks()) {
            out.raw(L42);
            book(out, book);
            out.raw(L43);
        }
        out.raw(L44);
        links(out, shelf, page);
        out.raw(L45).raw(L48);
    }

    private static void filter(Bytes out, Shelf.Filter filter) {
        out.raw(L14)
                .text(filter.getName())
                .raw(L15)
                .text(filter.getLabel())
                .raw(L16)
                .text(filter.getName());
        out.raw(L17).text(filter.getName()).raw(L18);
        for (Shelf.Option option : filter.getOptions()) {
            out.raw(L19).text(option.getValue()).raw(L20);
            if (option.getValue().equals(filter.getValue())) out.raw(L21);
            out.raw(L22).text(option.getLabel()).raw(L23);
        }
        out.raw(L24);
    }

    private static void book(Bytes out, Shelf.Book book) {
        out.raw(C0)
                .text(book.getEra())
                .raw(C1)
                .text(book.getAbsoluteUrl())
                .raw(C2)
                .raw(HEADING);
        out.raw(C3)
                .text(book.getTitleSize())
                .raw(C4)
                .text(book.getTitle())
                .raw(C5)
                .raw(HEADING);
        out.raw(C6)
                .text(book.getAuthor().getName())
                .raw(C7)
                .text(book.getWritten())
                .raw(C8);
        out.text(book.getLanguage().getLabel()).raw(C9);
    }

    private static void links(Bytes out, Shelf shelf, Shelf.Page page) {
        out.raw(P1);
        if (page.getHasPrevious()) {
            out.raw(P2).text(Shelf.pageUrl(page.getPreviousPageNumber())).raw(P3);
        }
        out.raw(P4);
        for (Shelf.Link link : shelf.getLinks()) {
            out.raw(P5);
            if (link.getNumber() == page.getNumber()) {
                out.raw(P6)
                        .text(link.getHref())
                        .raw(P7)
                        .number(link.getNumber())
                        .raw(P8);
            } else if (link.getNumber() == 0) {
                out.raw(P9).raw(GAP).raw(P10);
            } else {
                out.raw(P11)
                        .text(link.getHref())
                        .raw(P12)
                        .number(link.getNumber())
                        .raw(P13);
            }
            out.raw(P14);
        }
        out.raw(P15);
        if (page.getHasNext())
            out.raw(P16).text(Shelf.pageUrl(page.getNextPageNumber())).raw(P17);
        out.raw(P18).raw(P19);
    }
}
