package press;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.OneToOneField;
import quintet.orm.Manager;
import quintet.orm.Ref;

/** An item whose link to its parent has a name of its own. */
public class Yearbook extends Item {
    public static final Manager<Yearbook> objects = new Manager<>(Yearbook.class);

    @OneToOneField(onDelete = CASCADE, parentLink = true)
    public Ref<Item> base;

    public int year;
}
