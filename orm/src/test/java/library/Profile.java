package library;

import quintet.fields.OnDelete;
import quintet.fields.OneToOneField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** More about an author. */
public class Profile extends Model {
    public static final Manager<Profile> objects = new Manager<>(Profile.class);

    @OneToOneField(onDelete = OnDelete.CASCADE)
    public Ref<Author> author;

    public String bio = "";
}
