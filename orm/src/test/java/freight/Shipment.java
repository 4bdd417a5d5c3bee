package freight;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_NULL;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What is sent of a line. */
// region: shipment
public class Shipment extends Model {
    public static final Manager<Shipment> objects = new Manager<>(Shipment.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Line> line;

    @ForeignKey(
            onDelete = SET_NULL,
            blank = true,
            columns = {"other_order", "other_no"})
    public @Nullable Ref<Line> spare;

    @CharField(maxLength = 20)
    public String code = "";
}
// endregion
