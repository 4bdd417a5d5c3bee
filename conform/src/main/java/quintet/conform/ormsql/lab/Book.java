package quintet.conform.ormsql.lab;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DateField;
import quintet.fields.DateTimeField;
import quintet.fields.DecimalField;
import quintet.fields.Default;
import quintet.fields.Defaults;
import quintet.fields.DurationField;
import quintet.fields.FloatField;
import quintet.fields.ForeignKey;
import quintet.fields.JsonField;
import quintet.fields.ManyToManyField;
import quintet.fields.OnDelete;
import quintet.fields.OneToOneField;
import quintet.fields.Reverse;
import quintet.fields.TimeField;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A book. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Book extends Model {
    public static final Manager<Book> objects = new Manager<>(Book.class);

    @CharField(maxLength = 200)
    public String title = "";

    @CharField(maxLength = 13, unique = true)
    public String isbn = "";

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "books")
    public Ref<Author> author;

    @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "books", blank = true)
    public @Nullable Ref<Publisher> publisher;

    @DecimalField(maxDigits = 8, decimalPlaces = 2)
    public BigDecimal price;

    @FloatField(blank = true)
    public @Nullable Double rating;

    public int pages = 0;

    @DateField(blank = true)
    public @Nullable LocalDate published;

    @DateTimeField
    public Instant created;

    @DurationField(blank = true)
    public @Nullable Duration reading_time;

    @TimeField(blank = true)
    public @Nullable LocalTime wakeup;

    @JsonField(blank = true)
    @Default(Book.EmptyObject.class)
    public @Nullable Object meta;

    public boolean in_print = true;

    @Default(Defaults.RandomUuid.class)
    public UUID uid;

    @OneToOneField(onDelete = OnDelete.SET_NULL, relatedName = "prequel", blank = true)
    public @Nullable Ref<Book> sequel;

    @ManyToManyField(relatedName = "cobooks", blank = true)
    public Many<Author> coauthors;

    @ManyToManyField(relatedName = "books", through = Tagging.class)
    public Many<Tag> tags;

    @Reverse("sequel")
    public Ref<Book> prequel;

    @Reverse("book")
    public Many<Tagging> taggings;

    @Reverse("book")
    public Many<Review> reviews;

    @Reverse("books")
    public Many<Store> stores;

    @Reverse("book")
    public Many<Chapter> chapters;

    @Reverse("book")
    public Many<Log> logs;

    /** An empty JSON object. */
    public static final class EmptyObject implements Supplier<Map<String, @Nullable Object>> {
        @Override
        public Map<String, @Nullable Object> get() {
            return new LinkedHashMap<>();
        }
    }
}
