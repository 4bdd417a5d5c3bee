package quintet.benchmarks.shop;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** What books are about. */
public class Tag extends Model {
    public static final Manager<Tag> objects = new Manager<>(Tag.class);

    @CharField(maxLength = 50)
    public String name = "";
}
