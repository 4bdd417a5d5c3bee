package shelf;

import static quintet.fields.OnDelete.CASCADE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A book. */
public class Book extends Model {
    /** All books. */
    public static final Manager<Book> objects = new Manager<>(Book.class);

    /** The title. */
    @CharField(maxLength = 200)
    public String title = "";

    /** Who wrote it. */
    @ForeignKey(onDelete = CASCADE)
    public Ref<Author> author;

    /** When it came out. */
    public @Nullable LocalDate published;

    /** What it is about. */
    public Many<Tag> tags;

    @Override
    public String toString() {
        return title;
    }
}
