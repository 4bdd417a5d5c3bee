package flawed;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_DEFAULT;

import java.util.List;
import quintet.core.CheckMessage;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.orm.Index;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Nothing here is right. */
public class FlawedBook extends Model {
    public static final Manager<FlawedBook> objects = new Manager<>(FlawedBook.class);

    @CharField(column = "name")
    public String title = "";

    public String name = "";

    @ForeignKey(onDelete = SET_DEFAULT)
    public Ref<Shelf> shelf;

    @ForeignKey(onDelete = CASCADE, toField = "code")
    public Ref<Shelf> second;

    @ForeignKey(onDelete = CASCADE)
    public Ref<survey.User> owner;

    public Many<Shelf> others;

    public static final Meta<FlawedBook> meta = Meta.of(FlawedBook.class)
            .table("flawed_books")
            .ordering("titel")
            .orderWithRespectTo(FlawedBook_.shelf())
            .uniqueTogether("title", "isbn")
            .uniqueTogether("title", "others")
            .index(Index.of("_flawed", "title"))
            .index(Index.of("an_index_with_a_name_that_is_too_long", "title"))
            .unique("flawed_unique", FlawedBook_.title)
            .checks(model -> List.of(CheckMessage.error("flawed.E001", "no good", null, model)));
}
