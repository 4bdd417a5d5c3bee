package press;

import quintet.fields.CharField;
import quintet.orm.Meta;
import quintet.orm.Model;

/** Whatever has a name. */
// region: named
public abstract class Named extends Model {
    @CharField(maxLength = 50)
    public String name = "";

    public static final Meta<Named> meta = Meta.of(Named.class).ordering(Named_.name);
}
// endregion
