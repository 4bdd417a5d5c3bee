package shop;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** Who makes things. */
public class Maker extends Model {
    public static final Manager<Maker> objects = new Manager<>(Maker.class);

    @CharField(maxLength = 20)
    public String name = "";

    @Override
    public String toString() {
        return name;
    }
}
