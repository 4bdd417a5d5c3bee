package library;

import static quintet.fields.OnDelete.CASCADE;

import java.time.Instant;
import quintet.fields.CharField;
import quintet.fields.DateTimeField;
import quintet.fields.ForeignKey;
import quintet.fields.PositiveSmallIntegerField;
import quintet.fields.TextField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What a reader says about a book. */
public class Review extends Model {
    public static final Manager<Review> objects = new Manager<>(Review.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Book> book;

    @CharField(maxLength = 80)
    public String name = "";

    @PositiveSmallIntegerField
    public int stars;

    @TextField(maxLength = 2000)
    public String body = "";

    @DateTimeField(autoNowAdd = true)
    public Instant created;

    public static final Meta<Review> meta = Meta.of(Review.class)
            .ordering(Review_.created.desc())
            .check("stars_from_1_to_5", Review_.stars.between(1, 5));

    @Override
    public String toString() {
        return name + " on " + book;
    }
}
