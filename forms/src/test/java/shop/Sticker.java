package shop;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** What is stuck on things. */
public class Sticker extends Model {
    public static final Manager<Sticker> objects = new Manager<>(Sticker.class);

    @CharField(maxLength = 20)
    public String text = "";

    @Override
    public String toString() {
        return text;
    }
}
