package drafts;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A model whose app has no migrations yet. */
public class Draft extends Model {
    public static final Manager<Draft> objects = new Manager<>(Draft.class);

    @CharField(maxLength = 20)
    public String text = "";
}
