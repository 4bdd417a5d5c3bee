package shelf;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** Somebody who wrote books. */
public class Author extends Model {
    /** All authors. */
    public static final Manager<Author> objects = new Manager<>(Author.class);

    /** The name. */
    @CharField(maxLength = 200)
    public String name = "";

    /** Not for anybody's eyes. */
    @CharField(maxLength = 100, blank = true)
    public String apiToken = "";

    @Override
    public String toString() {
        return name;
    }
}
