package quintet.conform.ormsql.lab;

import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Something on a shelf. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Item extends Model {
    public static final Manager<Item> objects = new Manager<>(Item.class);

    @CharField(maxLength = 50)
    public String name = "";

    @Reverse("itemPtr")
    public Ref<Magazine> magazine;

    public static final Meta<Item> meta = Meta.of(Item.class).ordering("name");
}
