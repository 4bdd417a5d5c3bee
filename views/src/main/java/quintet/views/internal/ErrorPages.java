package quintet.views.internal;

import quintet.core.Html;

/** Error pages of sites without templates for them. */
final class ErrorPages {
    private static final String STYLE = "body{font:1rem/1.5 system-ui,sans-serif;margin:15vh auto 0;max-width:34rem;"
            + "padding:0 1.5rem;color:#222;background:#fff}h1{font-size:1.6rem}"
            + "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}}";

    private ErrorPages() {}

    static String plain(int status) {
        return switch (status) {
            case 400 -> page("Bad Request (400)", "");
            case 403 -> page("403 Forbidden", "");
            case 404 -> page("Not Found", "There is no page at this address.");
            default -> page("Server Error (500)", "");
        };
    }

    /** The page for a form that did not come from this site, or whose cookie is missing. */
    static String csrf(String reason) {
        String why = "This page could not be sent: its security token is missing or out of date. Go back, load the page"
                + " again and send it once more. Cookies must be allowed for this site.";
        return page("403 Forbidden", reason.isEmpty() ? why : why + " Reason: " + reason);
    }

    private static String page(String title, String text) {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>"
                + STYLE + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n"
                + (text.isEmpty() ? "" : "<p>" + Html.escape(text) + "</p>\n") + "</body>\n</html>\n";
    }
}
