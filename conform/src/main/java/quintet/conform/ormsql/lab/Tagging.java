package quintet.conform.ormsql.lab;

import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A tag of a book. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Tagging extends Model {
    public static final Manager<Tagging> objects = new Manager<>(Tagging.class);

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "taggings")
    public Ref<Book> book;

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "taggings")
    public Ref<Tag> tag;

    public int weight = 1;

    public static final Meta<Tagging> meta = Meta.of(Tagging.class).uniqueTogether("book", "tag");
}
