package library;

import quintet.fields.CharField;
import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;

/** A subject or genre. */
public class Tag extends Model {
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    @CharField(maxLength = 60, unique = true)
    public String name = "";

    @SlugField(maxLength = 60, unique = true)
    public String slug = "";

    public static final Meta<Tag> meta = Meta.of(Tag.class).ordering(Tag_.name.asc());

    @Override
    public String toString() {
        return name;
    }

    @Override
    public String absoluteUrl() {
        return LibraryApp.LIST.url() + "?subject=" + slug;
    }
}
