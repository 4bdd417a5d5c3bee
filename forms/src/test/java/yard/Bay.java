package yard;

import java.util.List;
import quintet.fields.CharField;
import quintet.fields.PrimaryKey;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;

/** A place in the yard, known by a row and a number. */
public class Bay extends KeyedModel<List<Object>> {
    public static final Manager<Bay> objects = new Manager<>(Bay.class);

    @PrimaryKey
    @CharField(maxLength = 10)
    public String row = "";

    @PrimaryKey
    public int number;

    public boolean covered;

    @Override
    public String toString() {
        return "Bay " + row + number;
    }
}
