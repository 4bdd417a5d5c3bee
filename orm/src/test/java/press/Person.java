package press;

import quintet.fields.CharField;
import quintet.fields.ManyToManyField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** Somebody with friends, and others they follow. */
// region: person
public class Person extends Model {
    public static final Manager<Person> objects = new Manager<>(Person.class);

    @CharField(maxLength = 20, unique = true)
    public String name = "";

    public Many<Person> friends;

    @ManyToManyField(symmetrical = false, relatedName = "followers")
    public Many<Person> follows;

    @Reverse("follows")
    public Many<Person> followers;

    @Reverse("members")
    public Many<Club> clubs;

    @Override
    public String toString() {
        return name;
    }
}
// endregion
