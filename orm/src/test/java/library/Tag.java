package library;

import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A word on a book. */
public class Tag extends Model {
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    @SlugField(unique = true)
    public String name = "";

    @Override
    public String toString() {
        return name;
    }
}
