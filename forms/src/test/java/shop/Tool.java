package shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.ArrayField;
import quintet.fields.CharField;
import quintet.fields.HStoreField;
import quintet.fields.IntegerRangeField;
import quintet.fields.Range;
import quintet.fields.SearchVectorField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** What is kept in columns that only PostgreSQL has. */
public class Tool extends Model {
    public static final Manager<Tool> objects = new Manager<>(Tool.class);

    @CharField(maxLength = 20)
    public String name = "";

    @ArrayField(size = 3, blank = true)
    public List<@CharField(maxLength = 5) String> tags = List.of();

    @ArrayField(blank = true)
    public @Nullable List<@Nullable Integer> sizes;

    @ArrayField(blank = true)
    public @Nullable List<List<Integer>> grid;

    @ArrayField(blank = true)
    public @Nullable List<Thing.Size> fits;

    @HStoreField(
            blank = true,
            keys = {"maker"})
    public Map<String, @Nullable String> labels = Map.of();

    @IntegerRangeField(min = "0", max = "100", blank = true)
    public @Nullable Range<Integer> share;

    public @Nullable Range<LocalDate> sold;
    public @Nullable Range<Instant> open;

    @SearchVectorField(blank = true)
    public @Nullable String words;
}
