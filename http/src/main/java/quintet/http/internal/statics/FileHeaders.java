package quintet.http.internal.statics;

import quintet.http.internal.MimeTypes;

/** The Content-Type a static file is sent with. */
final class FileHeaders {
    private FileHeaders() {}

    static String contentType(String name) {
        MimeTypes.Guess guess = MimeTypes.guess(name);
        if (guess.encoding() != null) return MimeTypes.forDownload(name);
        String type = guess.type() == null ? "application/octet-stream" : guess.type();
        return isText(type) ? type + "; charset=utf-8" : type;
    }

    /** Whether gzip makes such content smaller. */
    static boolean compresses(String contentType) {
        String type = contentType.replaceAll(";.*", "");
        return isText(type)
                || type.endsWith("/json")
                || type.endsWith("+json")
                || type.endsWith("xml")
                || type.equals("application/wasm")
                || type.equals("application/manifest+json")
                || type.equals("font/ttf")
                || type.equals("font/otf")
                || type.equals("image/bmp")
                || type.equals("image/x-icon")
                || type.equals("image/vnd.microsoft.icon");
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/javascript");
    }
}
