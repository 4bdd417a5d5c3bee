package tagging;

import quintet.contenttypes.GenericMany;
import quintet.contenttypes.GenericRelation;
import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** Carries tags. */
// region: animal
public class Animal extends Model {
    public static final Manager<Animal> objects = new Manager<>(Animal.class);

    @CharField(maxLength = 30)
    public String name = "";

    @GenericRelation(relatedQueryName = "animal")
    public GenericMany<TaggedItem> tags;

    @Override
    public String toString() {
        return name;
    }
}
// endregion
