package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The words most like another, by the measure of Ratcliff and Obershelp that Python's {@code difflib} uses. */
final class CloseMatches {
    private static final double CUTOFF = 0.6;
    private static final int MOST = 3;

    private CloseMatches() {}

    /** Up to three words, the best first. */
    static List<String> of(String word, Collection<String> candidates) {
        List<String> good = new ArrayList<>();
        for (String candidate : candidates) {
            if (ratio(candidate, word) >= CUTOFF) {
                good.add(candidate);
            }
        }
        good.sort(Comparator.comparingDouble((String candidate) -> ratio(candidate, word))
                .thenComparing(Comparator.naturalOrder())
                .reversed());
        return good.subList(0, Math.min(MOST, good.size()));
    }

    private static double ratio(String a, String b) {
        int length = a.length() + b.length();
        return length == 0 ? 1 : 2.0 * matching(a, b) / length;
    }

    private static int matching(String a, String b) {
        int best = 0;
        int inA = 0;
        int inB = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = 0; j < b.length(); j++) {
                int k = 0;
                while (i + k < a.length() && j + k < b.length() && a.charAt(i + k) == b.charAt(j + k)) {
                    k++;
                }
                if (k > best) {
                    best = k;
                    inA = i;
                    inB = j;
                }
            }
        }
        return best == 0
                ? 0
                : best
                        + matching(a.substring(0, inA), b.substring(0, inB))
                        + matching(a.substring(inA + best), b.substring(inB + best));
    }
}
