package press;

import static quintet.fields.OnDelete.SET_NULL;

import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Ref;

/** A printed thing; some are magazines, with a table beside this one's. */
public class Item extends Named {
    public static final Manager<Item> objects = new Manager<>(Item.class);

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Owner> owner;

    public int pages;

    public Many<Label> labels;

    @Reverse("itemPtr")
    public Ref<Magazine> magazine;

    @Reverse("item")
    public Many<Note> notes;
}
