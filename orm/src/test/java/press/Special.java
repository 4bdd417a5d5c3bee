package press;

import quintet.fields.CharField;
import quintet.orm.Manager;

/** A magazine on one matter. */
public class Special extends Magazine {
    public static final Manager<Special> objects = new Manager<>(Special.class);

    @CharField(maxLength = 40)
    public String matter = "";
}
