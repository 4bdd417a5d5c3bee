package quintet.benchmarks.shop;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A row that is inserted by the thousand. */
public class Entry extends Model {
    public static final Manager<Entry> objects = new Manager<>(Entry.class);

    @CharField(maxLength = 100)
    public String name = "";

    public int amount;
    public long code;
}
