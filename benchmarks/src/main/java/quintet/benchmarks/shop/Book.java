package quintet.benchmarks.shop;

import static quintet.fields.OnDelete.CASCADE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DecimalField;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What is sold. */
public class Book extends Model {
    public static final Manager<Book> objects = new Manager<>(Book.class);

    @CharField(maxLength = 200)
    public String title = "";

    @CharField(maxLength = 13)
    public String isbn = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<Author> author;

    @DecimalField(maxDigits = 8, decimalPlaces = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public @Nullable LocalDate published;
    public int stock;
    public boolean inPrint = true;
    public Many<Tag> tags;
}
