package quintet.http.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.http.MediaType;

/** What a client accepts, most welcome first. */
public record AcceptHeader(List<MediaType> accepted, List<MediaType> byPrecedence) {
    private static final Comparator<MediaType> QUALITY = Comparator.comparingDouble(MediaType::quality);
    private static final Comparator<MediaType> SPECIFICITY = Comparator.comparingInt(MediaType::specificity);

    /** Parses the header's value. */
    public static AcceptHeader parse(String header) {
        List<MediaType> types = new ArrayList<>();
        for (String token : header.split(",", -1)) {
            if (token.isBlank()) continue;
            MediaType type = MediaType.parse(token);
            if (type.quality() > 0) types.add(type);
        }
        types.sort(QUALITY.thenComparing(SPECIFICITY).reversed());
        List<MediaType> narrowFirst = new ArrayList<>(types);
        narrowFirst.sort(SPECIFICITY.thenComparing(QUALITY).reversed());
        return new AcceptHeader(List.copyOf(types), List.copyOf(narrowFirst));
    }

    /** The range this type falls into, the narrowest first; null if none. */
    public @Nullable MediaType rangeOf(String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        for (MediaType range : byPrecedence) {
            if (type.matches(range)) return range;
        }
        return null;
    }

    /** The most welcome of these types; null if none is welcome. */
    public @Nullable String preferred(List<String> mediaTypes) {
        String best = null;
        int bestPlace = Integer.MAX_VALUE;
        for (String type : mediaTypes) {
            MediaType range = rangeOf(type);
            int place = range == null ? Integer.MAX_VALUE : accepted.indexOf(range);
            if (place < bestPlace) {
                best = type;
                bestPlace = place;
            }
        }
        return best;
    }
}
