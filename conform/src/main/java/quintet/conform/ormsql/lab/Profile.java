package quintet.conform.ormsql.lab;

import org.jspecify.annotations.Nullable;
import quintet.fields.OnDelete;
import quintet.fields.OneToOneField;
import quintet.fields.TextField;
import quintet.fields.UrlField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** More about an author. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Profile extends Model {
    public static final Manager<Profile> objects = new Manager<>(Profile.class);

    @OneToOneField(onDelete = OnDelete.CASCADE, relatedName = "profile")
    public Ref<Author> author;

    @TextField(blank = true)
    public String bio = "";

    @UrlField(blank = true)
    public @Nullable String site;
}
