package quintet.conform.ormsql.lab;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quintet.fields.DateTimeField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.PositiveSmallIntegerField;
import quintet.fields.TextField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What somebody thought of a book. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Review extends Model {
    public static final Manager<Review> objects = new Manager<>(Review.class);

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "reviews")
    public Ref<Book> book;

    @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "reviews")
    public @Nullable Ref<Author> reviewer;

    @PositiveSmallIntegerField
    public Integer stars;

    @TextField(blank = true)
    public String text = "";

    @DateTimeField
    public Instant posted;

    public static final Meta<Review> meta = Meta.of(Review.class).ordering("-posted", "id");
}
