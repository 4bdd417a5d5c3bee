package press;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_NULL;

import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Who belongs to a club, since when and through whom. */
public class Membership extends Model {
    public static final Manager<Membership> objects = new Manager<>(Membership.class);

    @ForeignKey(onDelete = SET_NULL, relatedName = "invitations")
    public @Nullable Ref<Person> inviter;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Club> club;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Person> person;

    public int weight = 1;
}
