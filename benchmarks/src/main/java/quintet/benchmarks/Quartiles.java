package quintet.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * The middle of some figures and how far they spread.
 *
 * @param low the first quartile
 * @param median the middle
 * @param high the third quartile
 */
public record Quartiles(double low, double median, double high) {
    /** Of these figures, in any order. */
    public static Quartiles of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.2f  (%.2f - %.2f)", median, low, high);
    }
}
