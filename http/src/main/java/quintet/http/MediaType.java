package quintet.http;

import java.util.LinkedHashMap;
import java.util.Map;
import quintet.http.internal.HeaderParams;

/**
 * A media type such as {@code text/html; charset=utf-8}, or a range of an Accept header such as {@code text/*; q=0.5}.
 *
 * @param type the first part, {@code *} for any
 * @param subtype the second part, {@code *} for any; empty if missing
 * @param params all parameters, the quality among them
 */
public record MediaType(String type, String subtype, Map<String, String> params) {

    /** Parses one media type; never fails. */
    public static MediaType parse(String text) {
        HeaderParams header = HeaderParams.parse(text);
        int slash = header.value().indexOf('/');
        if (slash < 0) return new MediaType(header.value(), "", header.params());
        return new MediaType(header.value().substring(0, slash), header.value().substring(slash + 1), header.params());
    }

    /** The parameters other than the quality. */
    public Map<String, String> rangeParams() {
        if (!params.containsKey("q")) return params;
        Map<String, String> others = new LinkedHashMap<>(params);
        others.remove("q");
        return others;
    }

    /** How welcome the type is, from 0 to 1; 1 where the header says nothing valid. */
    public double quality() {
        String q = params.get("q");
        if (q == null) return 1;
        try {
            double quality = Double.parseDouble(q.strip());
            return quality >= 0 && quality <= 1 ? Math.rint(quality * 1000) / 1000 : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** How narrow a range is: 0 for any type, 1 for any subtype, 2 for one type, 3 for one with parameters. */
    public int specificity() {
        if (type.equals("*")) return 0;
        if (subtype.equals("*")) return 1;
        return rangeParams().isEmpty() ? 2 : 3;
    }

    /** Whether this type falls into that range. */
    public boolean matches(MediaType range) {
        if (type.isEmpty() || subtype.isEmpty() || range.type.isEmpty() || range.subtype.isEmpty()) return false;
        if (!same(type, range.type) || !same(subtype, range.subtype)) return false;
        Map<String, String> mine = rangeParams();
        Map<String, String> theirs = range.rangeParams();
        return theirs.isEmpty() || mine.equals(theirs);
    }

    private static boolean same(String a, String b) {
        return a.equals(b) || a.equals("*") || b.equals("*");
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(type);
        if (!subtype.isEmpty()) out.append('/').append(subtype);
        params.forEach(
                (name, value) -> out.append("; ").append(name).append('=').append(value));
        return out.toString();
    }
}
