package library;

import static quintet.fields.OnDelete.PROTECT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DateTimeField;
import quintet.fields.DecimalField;
import quintet.fields.Default;
import quintet.fields.Defaults;
import quintet.fields.ForeignKey;
import quintet.fields.JsonField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A book on the shelf. */
public class Book extends Model {
    public static final Manager<Book> objects = new Manager<>(Book.class);

    @CharField(maxLength = 200)
    public String title = "";

    @CharField(maxLength = 13, unique = true)
    public String isbn = "";

    @ForeignKey(onDelete = PROTECT)
    public Ref<Author> author;

    @DecimalField(maxDigits = 6, decimalPlaces = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public @Nullable LocalDate published;
    public int stock;
    public @Nullable Double rating;
    public boolean inPrint = true;
    public Genre genre = Genre.NOVEL;

    @DateTimeField(autoNowAdd = true)
    public Instant created;

    @Default(Defaults.RandomUuid.class)
    public UUID uid;

    @JsonField(blank = true)
    public @Nullable Object extra;

    public Many<Tag> tags;

    @Reverse("book")
    public Many<Review> reviews;

    public static final Meta<Book> meta = Meta.of(Book.class)
            .ordering(Book_.title.asc())
            .index(Book_.published)
            .check("stock_not_negative", Book_.stock.gte(0));

    @Override
    public String toString() {
        return title;
    }
}
