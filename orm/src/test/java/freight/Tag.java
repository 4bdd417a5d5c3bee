package freight;

import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** What lines are marked with. */
public class Tag extends Model {
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    @CharField(maxLength = 20)
    public String name = "";

    @Reverse("tags")
    public Many<Line> lines;
}
