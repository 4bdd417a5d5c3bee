package press;

import static quintet.fields.OnDelete.DB_CASCADE;
import static quintet.fields.OnDelete.DB_SET_NULL;

import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A sale, which the database itself deletes with its product. */
public class Sale extends Model {
    public static final Manager<Sale> objects = new Manager<>(Sale.class);

    @ForeignKey(onDelete = DB_CASCADE)
    public Ref<Product> product;

    @ForeignKey(onDelete = DB_SET_NULL)
    public @Nullable Ref<Order> order;
}
