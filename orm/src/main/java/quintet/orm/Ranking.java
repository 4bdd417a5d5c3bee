package quintet.orm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How {@link Postgres.Vector#rank(Postgres.Search, Ranking)} ranks rows. Immutable.
 *
 * @param weights what words of the weights D, C, B and A count, from 0 to 1; empty: 0.1, 0.2, 0.4 and 1
 * @param normalization what is done about long texts, as PostgreSQL numbers it (0, 1, 2, 4, 8, 16, 32 or a sum of them); -1: nothing
 * @param cover whether it counts how close the words are to each other (Django {@code cover_density})
 */
public record Ranking(List<Double> weights, int normalization, boolean cover) {
    /** The usual ranking. */
    public static final Ranking USUAL = new Ranking(List.of(), -1, false);

    /** There are four weights or none. */
    public Ranking {
        weights = List.copyOf(weights);
        if (!weights.isEmpty() && weights.size() != 4) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "A ranking has four weights, not " + weights.size() + ".",
                    "Give those of D, C, B and A: weights(0.1, 0.2, 0.4, 1.0).");
        }
    }

    /** The same with weights for D, C, B and A. */
    public Ranking weights(Double... ofDcba) {
        return new Ranking(Arrays.asList(ofDcba), normalization, cover);
    }

    /** The same with another normalization. */
    public Ranking normalization(int bits) {
        return new Ranking(weights, bits, cover);
    }

    /** The same by how close the words are to each other. */
    public Ranking byCover() {
        return new Ranking(weights, normalization, true);
    }

    String weightsText() {
        return weights.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
