package freight;

import static quintet.fields.OnDelete.DB_CASCADE;

import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Ref;

/** A parcel with a table beside that of others. */
public class Pallet extends Parcel {
    public static final Manager<Pallet> objects = new Manager<>(Pallet.class);

    @ForeignKey(onDelete = DB_CASCADE, relatedName = "+")
    public @Nullable Ref<Line> below;

    public int height;
}
