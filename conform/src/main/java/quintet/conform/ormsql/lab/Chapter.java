package quintet.conform.ormsql.lab;

import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.PositiveIntegerField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A part of a book. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Chapter extends Model {
    public static final Manager<Chapter> objects = new Manager<>(Chapter.class);

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "chapters")
    public Ref<Book> book;

    @PositiveIntegerField
    public Integer number;

    @CharField(maxLength = 100)
    public String title = "";

    public static final Meta<Chapter> meta = Meta.of(Chapter.class)
            .ordering("book", "number")
            .uniqueTogether("book", "number")
            .latestBy("number");
}
