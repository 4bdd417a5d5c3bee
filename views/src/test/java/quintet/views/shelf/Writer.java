package quintet.views.shelf;

import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** Somebody who writes. */
public class Writer extends Model {
    /** All writers. */
    public static final Manager<Writer> objects = new Manager<>(Writer.class);

    /** Their name. */
    @CharField(maxLength = 100)
    public String name = "";

    /** What they wrote. */
    @Reverse("writer")
    public Many<Book> books;

    @Override
    public String toString() {
        return name;
    }
}
