package shop;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.ManyToManyField;
import quintet.fields.OnDelete;
import quintet.fields.TextChoices;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What the shop sells. */
public class Thing extends Model {
    public static final Manager<Thing> objects = new Manager<>(Thing.class);

    /** How large a thing is. */
    public enum Size implements TextChoices {
        SMALL,
        LARGE
    }

    @CharField(maxLength = 8, unique = true, helpText = "On the label.")
    public String code = "";

    @ForeignKey(onDelete = OnDelete.PROTECT)
    public Ref<Maker> maker;

    public @Nullable LocalDate since;
    public int stock = 3;
    public Size size = Size.SMALL;

    @ManyToManyField(blank = true)
    public Many<Sticker> stickers;

    @Override
    public void clean() {
        if (stock > 100) {
            throw new quintet.fields.ValidationError("Too much to store.");
        }
    }
}
