package quintet.conform.ormsql.lab2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DateField;
import quintet.fields.DecimalField;
import quintet.fields.Default;
import quintet.fields.IntegerField;
import quintet.fields.JsonField;
import quintet.fields.Reverse;
import quintet.orm.Constraint;
import quintet.orm.Functions;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;

/** What is sold. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Product extends Model {
    public static final Manager<Product> objects = new Manager<>(Product.class);

    @CharField(maxLength = 100)
    public String name = "";

    @CharField(maxLength = 20, blank = true)
    public @Nullable String sku;

    @CharField(maxLength = 2, blank = true)
    public @Nullable String region;

    @DecimalField(maxDigits = 8, decimalPlaces = 2)
    public BigDecimal price;

    public int qty = 0;

    @IntegerField(dbDefault = "10")
    public Integer rank;

    @DecimalField(maxDigits = 12, decimalPlaces = 2)
    public BigDecimal total;

    @CharField(maxLength = 100)
    public String lname;

    @DateField(blank = true)
    public @Nullable LocalDate starts;

    @DateField(blank = true)
    public @Nullable LocalDate ends;

    public boolean deleted = false;

    @JsonField(blank = true)
    @Default(Product.EmptyList.class)
    public @Nullable Object tags;

    @Reverse("product")
    public Many<Line> lines;

    @Reverse("about")
    public Many<Note> notes;

    public static final Meta<Product> meta = Meta.of(Product.class)
            .generated(Product_.total, Product_.price.times(Product_.qty))
            .generated(Product_.lname, Functions.lower(Product_.name))
            .constraint(Constraint.check("product_price_nonneg", Product_.price.gte(BigDecimal.ZERO))
                    .violation("Price is negative (%(name)s).", "neg"))
            .check(
                    "product_dates",
                    Product_.ends.isNull().or(Product_.starts.isNull()).or(Product_.ends.gte(Product_.starts)))
            .constraint(Constraint.unique("product_name_region", Product_.name, Product_.region)
                    .nullsDistinct(false))
            .constraint(Constraint.uniqueExpression("product_sku_ci", Functions.lower(Product_.sku))
                    .violation("SKU taken.", "sku_taken"))
            .constraint(Constraint.unique("product_rank_live", Product_.rank, Product_.region)
                    .where(Product_.deleted.eq(false)));

    /** An empty JSON array. */
    public static final class EmptyList implements Supplier<List<@Nullable Object>> {
        @Override
        public List<@Nullable Object> get() {
            return new ArrayList<>();
        }
    }
}
