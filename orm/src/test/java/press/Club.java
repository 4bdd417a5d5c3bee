package press;

import quintet.fields.CharField;
import quintet.fields.ManyToManyField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** A club, whose members are kept with more about them. */
// region: club
public class Club extends Model {
    public static final Manager<Club> objects = new Manager<>(Club.class);

    @CharField(maxLength = 20)
    public String name = "";

    @ManyToManyField(
            through = Membership.class,
            throughFields = {"club", "person"})
    public Many<Person> members;

    @Reverse("club")
    public Many<Membership> memberships;
}
// endregion
