package notes;

import quintet.fields.CharField;
import quintet.fields.IntegerField;
import quintet.orm.Manager;
import quintet.orm.Model;

public class Note extends Model {
    public static final Manager<Note> objects = new Manager<>(Note.class);

    @CharField(maxLength = 20, unique = true)
    public String text = "";

    @IntegerField(min = 0, max = 5)
    public int weight;

    @Override
    public String toString() {
        return text;
    }
}
