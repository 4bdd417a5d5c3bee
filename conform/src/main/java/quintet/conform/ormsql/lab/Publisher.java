package quintet.conform.ormsql.lab;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.IntegerField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** Who publishes books. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Publisher extends Model {
    public static final Manager<Publisher> objects = new Manager<>(Publisher.class);

    @CharField(maxLength = 100, unique = true)
    public String name = "";

    @CharField(maxLength = 2, blank = true)
    public String country = "";

    @IntegerField(blank = true)
    public @Nullable Integer founded;

    @Reverse("publisher")
    public Many<Book> books;

    @Reverse("publisher")
    public Many<Contract> contracts;
}
