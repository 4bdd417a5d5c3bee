package quintet.conform.ormsql.lab;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.DateField;
import quintet.fields.EmailField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Who writes books. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Author extends Model {
    public static final Manager<Author> objects = new Manager<>(Author.class);

    @CharField(maxLength = 100, index = true)
    public String name = "";

    @CharField(maxLength = 50, blank = true)
    public @Nullable String alias;

    public Integer age;

    @EmailField(unique = true, blank = true)
    public @Nullable String email;

    @DateField(blank = true)
    public @Nullable LocalDate born;

    @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "mentees", blank = true)
    public @Nullable Ref<Author> mentor;

    @Reverse("author")
    public Many<Book> books;

    @Reverse("mentor")
    public Many<Author> mentees;

    @Reverse("coauthors")
    public Many<Book> cobooks;

    @Reverse("author")
    public Ref<Profile> profile;

    @Reverse("reviewer")
    public Many<Review> reviews;

    @Reverse("author")
    public Many<Contract> contracts;

    @Reverse("owner")
    public Many<Store> stores;
}
