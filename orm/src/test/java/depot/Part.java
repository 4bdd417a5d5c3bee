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
import quintet.orm.Functions;
import quintet.orm.Index;
import quintet.orm.IndexMethod;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Postgres;
import quintet.orm.PostgresFunctions;

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

    // region: indexes
    public static final Meta<Part> meta = Meta.of(Part.class)
            .index(Index.of("part_stock_brin", Part_.stock)
                    .using(IndexMethod.brin().autoSummarize(true).pagesPerRange(4)))
            .index(Index.of("part_name_hash", Part_.name)
                    .using(IndexMethod.hash().fillFactor(70)))
            .index(Index.of("part_bloom", Part_.stock)
                    .then(Part_.name)
                    .using(IndexMethod.bloom().length(80).columns(4, 2)))
            .index(Index.of("part_stock_btree", Part_.stock.desc())
                    .using(IndexMethod.btree().fillFactor(90).deduplicateItems(false))
                    .including(Part_.name)
                    .where(Part_.stock.gt(0)))
            .index(Index.of("part_name_spgist", Part_.name)
                    .using(IndexMethod.spGist().fillFactor(60)))
            .index(Index.of("part_tags_gin", Part_.tags).using(IndexMethod.gin().fastUpdate(false)))
            .index(Index.of("part_fits_gist", Part_.fits)
                    .using(IndexMethod.gist().fillFactor(80)))
            .index(Index.of("part_name_trigrams", Part_.name)
                    .using(IndexMethod.gin())
                    .opclasses("gin_trgm_ops"))
            .index(Index.of(
                    "part_lower", PostgresFunctions.opClass(Functions.lower(Part_.name), "varchar_pattern_ops")))
            .index(Index.of("part_words", Postgres.searchVectorIn("english", Part_.name))
                    .using(IndexMethod.gin()));
    // endregion

    @Override
    public String toString() {
        return name;
    }
}
