package press;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A remark on an item. */
public class Note extends Model {
    public static final Manager<Note> objects = new Manager<>(Note.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Item> item;

    public String text = "";
}
