package quintet.benchmarks.shop;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** Who wrote books. */
public class Author extends Model {
    public static final Manager<Author> objects = new Manager<>(Author.class);

    @CharField(maxLength = 100)
    public String name = "";
}
