package press;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DecimalField;
import quintet.fields.IntegerField;
import quintet.orm.Constraint;
import quintet.orm.Functions;
import quintet.orm.Index;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;

/** Something for sale, of which the database keeps and computes part. */
// region: product
public class Product extends Model {
    public static final Manager<Product> objects = new Manager<>(Product.class);

    @CharField(maxLength = 100, comment = "what people read")
    public String name = "";

    @CharField(maxLength = 20, blank = true)
    public @Nullable String sku;

    @CharField(maxLength = 2, blank = true)
    public @Nullable String region;

    @DecimalField(maxDigits = 8, decimalPlaces = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public int quantity;

    @IntegerField(dbDefault = "10")
    public Integer rank;

    public Instant added;

    @DecimalField(maxDigits = 12, decimalPlaces = 2)
    public BigDecimal total;

    @CharField(maxLength = 100)
    public String lowerName;

    public @Nullable LocalDate starts;
    public @Nullable LocalDate ends;
    public boolean deleted;

    public static final Meta<Product> meta = Meta.of(Product.class)
            .tableComment("things for sale")
            .dbDefault(Product_.added, Functions.now())
            .generated(Product_.total, Product_.price.times(Product_.quantity))
            .generated(Product_.lowerName, Functions.lower(Product_.name))
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
                    .where(Product_.deleted.eq(false)))
            .index(Index.of("product_live_idx", Product_.price.desc())
                    .where(Product_.deleted.eq(false))
                    .including(Product_.name));
}
// endregion
