package freight;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** Lines that are packed together. */
public class Crate extends Model {
    public static final Manager<Crate> objects = new Manager<>(Crate.class);

    @CharField(maxLength = 20)
    public String name = "";

    public Many<Line> lines;
}
