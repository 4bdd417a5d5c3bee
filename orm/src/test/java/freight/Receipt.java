package freight;

import static quintet.fields.OnDelete.PROTECT;

import quintet.fields.OneToOneField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** The one receipt of a line. */
public class Receipt extends Model {
    public static final Manager<Receipt> objects = new Manager<>(Receipt.class);

    @OneToOneField(onDelete = PROTECT)
    public Ref<Line> line;

    public boolean paid;
}
