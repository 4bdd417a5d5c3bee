package shop;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A remark on a thing, which it names by its code, and on a maker. */
public class Note extends Model {
    public static final Manager<Note> objects = new Manager<>(Note.class);

    @CharField(maxLength = 20)
    public String text = "";

    @ForeignKey(onDelete = OnDelete.CASCADE, toField = "code")
    public Ref<Thing> thing;

    @ForeignKey(onDelete = OnDelete.CASCADE, blank = true, limitChoicesTo = "name__startswith=A")
    public @Nullable Ref<Maker> maker;
}
