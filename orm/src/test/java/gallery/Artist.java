package gallery;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** Who makes works. */
public class Artist extends Model {
    public static final Manager<Artist> objects = new Manager<>(Artist.class);

    @CharField(maxLength = 20)
    public String name = "";

    public boolean alive = true;
}
