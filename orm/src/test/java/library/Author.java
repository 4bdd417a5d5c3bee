package library;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Someone who writes. */
public class Author extends Model {
    public static final Manager<Author> objects = new Manager<>(Author.class);

    @CharField(maxLength = 100)
    public String name = "";

    public int age;

    @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "mentees", blank = true)
    public @Nullable Ref<Author> mentor;

    @Reverse("author")
    public Many<Book> books;

    @Reverse("author")
    public Ref<Profile> profile;

    @Override
    public String toString() {
        return name;
    }
}
