package library;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.ForeignKey;
import quintet.fields.IntegerField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What a reader thought of a book. */
public class Review extends Model {
    public static final Manager<Review> objects = new Manager<>(Review.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Book> book;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Author> by;

    @IntegerField(min = 1, max = 5)
    public int stars;

    public String body = "";
}
