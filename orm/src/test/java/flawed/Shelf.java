package flawed;

import quintet.orm.Constraint;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;

/** Has the table and the constraint of another. */
public class Shelf extends Model {
    public static final Manager<Shelf> objects = new Manager<>(Shelf.class);

    public String code = "";
    public int row;

    public static final Meta<Shelf> meta = Meta.of(Shelf.class)
            .table("flawed_books")
            .constraint(
                    Constraint.unique("flawed_unique", Shelf_.code, Shelf_.row).deferred());
}
