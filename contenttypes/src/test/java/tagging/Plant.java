package tagging;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** May be pointed to without knowing. */
public class Plant extends Model {
    public static final Manager<Plant> objects = new Manager<>(Plant.class);

    @CharField(maxLength = 30)
    public String name = "";
}
