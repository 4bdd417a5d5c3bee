package quintet.conform.ormsql.lab;

import quintet.fields.Reverse;
import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** A word for books. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Tag extends Model {
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    @SlugField(unique = true)
    public String name = "";

    @Reverse("tags")
    public Many<Book> books;

    @Reverse("tag")
    public Many<Tagging> taggings;
}
