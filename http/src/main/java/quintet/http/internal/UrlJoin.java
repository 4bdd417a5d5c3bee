package quintet.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Resolves a URL against another as Python's urljoin does (RFC 3986 with its liberties). */
public final class UrlJoin {
    private static final Set<String> RELATIVE = Set.of(
            "",
            "ftp",
            "http",
            "gopher",
            "nntp",
            "imap",
            "wais",
            "file",
            "https",
            "shttp",
            "mms",
            "prospero",
            "rtsp",
            "rtsps",
            "rtspu",
            "sftp",
            "svn",
            "svn+ssh",
            "ws",
            "wss");

    private UrlJoin() {}

    /** Joins. */
    public static String join(String base, String url) {
        if (url.isEmpty()) return base;
        SplitUrl b = SplitUrl.of(base);
        SplitUrl u = SplitUrl.of(url);
        String scheme = u.scheme().isEmpty() ? b.scheme() : u.scheme();
        if (!scheme.equals(b.scheme()) || !RELATIVE.contains(scheme)) return url;
        if (!u.netloc().isEmpty()) return new SplitUrl(scheme, u.netloc(), u.path(), u.query(), u.fragment()).unsplit();
        if (u.path().isEmpty()) {
            String query = u.query().isEmpty() ? b.query() : u.query();
            return new SplitUrl(scheme, b.netloc(), b.path(), query, u.fragment()).unsplit();
        }
        String path = path(b.path(), u.path());
        return new SplitUrl(scheme, b.netloc(), path.isEmpty() ? "/" : path, u.query(), u.fragment()).unsplit();
    }

    private static String path(String base, String path) {
        List<String> segments = new ArrayList<>();
        if (!path.startsWith("/")) {
            List<String> baseParts = new ArrayList<>(List.of(base.split("/", -1)));
            if (!baseParts.getLast().isEmpty()) baseParts.removeLast();
            segments.addAll(baseParts);
            segments.addAll(List.of(path.split("/", -1)));
            List<String> inner = segments.size() > 2 ? segments.subList(1, segments.size() - 1) : new ArrayList<>();
            inner.removeIf(String::isEmpty);
        } else {
            segments.addAll(List.of(path.split("/", -1)));
        }
        return resolved(segments);
    }

    private static String resolved(List<String> segments) {
        List<String> out = new ArrayList<>();
        for (String segment : segments) {
            if (segment.equals("..")) {
                if (!out.isEmpty()) out.removeLast();
            } else if (!segment.equals(".")) {
                out.add(segment);
            }
        }
        if (segments.getLast().equals(".") || segments.getLast().equals("..")) out.add("");
        return String.join("/", out);
    }
}
