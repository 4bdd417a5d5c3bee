package depot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.ArrayField;
import quintet.fields.CharField;
import quintet.fields.DecimalField;
import quintet.fields.HStoreField;
import quintet.fields.IntegerRangeField;
import quintet.fields.Range;
import quintet.fields.SearchVectorField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A spare part. */
public class Part extends Model {
    public static final Manager<Part> objects = new Manager<>(Part.class);

    @CharField(maxLength = 50)
    public String name = "";

    // region: fields
    @ArrayField(size = 4, blank = true)
    public List<@CharField(maxLength = 20) String> tags = List.of();

    @ArrayField(blank = true)
    public @Nullable List<List<Integer>> grid;

    @HStoreField(
            blank = true,
            keys = {"maker"})
    public Map<String, @Nullable String> labels = Map.of();

    public @Nullable Range<Integer> fits; // no annotation: the Java type says IntegerRangeField
    public @Nullable Range<LocalDate> sold;

    @SearchVectorField(blank = true)
    public @Nullable String words;
    // endregion

    @ArrayField(blank = true)
    public @Nullable List<Colour> colours;

    @ArrayField(blank = true)
    public @Nullable List<@DecimalField(maxDigits = 8, decimalPlaces = 2) BigDecimal> prices;

    @ArrayField(blank = true)
    public @Nullable List<Instant> seen;

    @ArrayField(blank = true)
    public @Nullable List<@Nullable Long> numbers;

    public @Nullable Range<Long> serials;
    public @Nullable Range<BigDecimal> weight;
    public @Nullable Range<Instant> open;

    @IntegerRangeField(min = "0", max = "100", blank = true)
    public @Nullable Range<Integer> share;

    public int stock;

    @Override
    public String toString() {
        return name;
    }
}
