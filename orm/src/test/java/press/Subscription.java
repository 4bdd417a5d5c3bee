package press;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Somebody reads a magazine. */
public class Subscription extends Model {
    public static final Manager<Subscription> objects = new Manager<>(Subscription.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Magazine> magazine;

    public String reader = "";
}
