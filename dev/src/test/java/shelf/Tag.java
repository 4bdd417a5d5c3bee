package shelf;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** What books are about. */
public class Tag extends Model {
    /** All tags. */
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    /** The word. */
    @CharField(maxLength = 50, unique = true)
    public String word = "";

    @Override
    public String toString() {
        return word;
    }
}
