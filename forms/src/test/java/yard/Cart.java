package yard;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_NULL;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.ManyToManyField;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Something that stands in a bay. */
public class Cart extends Model {
    public static final Manager<Cart> objects = new Manager<>(Cart.class);

    @CharField(maxLength = 20)
    public String name = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<Bay> bay;

    @ForeignKey(onDelete = SET_NULL, blank = true, limitChoicesTo = "covered=true")
    public @Nullable Ref<Bay> shelter;

    @ManyToManyField(blank = true)
    public Many<Bay> visits;
}
