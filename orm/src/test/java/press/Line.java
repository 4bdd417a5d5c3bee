package press;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_NULL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.fields.PrimaryKey;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Ref;

/** A line of an order: its key has two fields. */
// region: line
public class Line extends KeyedModel<List<Object>> {
    public static final Manager<Line> objects = new Manager<>(Line.class);

    @PrimaryKey
    @ForeignKey(onDelete = CASCADE)
    public Ref<Order> order;

    @PrimaryKey
    public int number;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Item> item;

    public int quantity = 1;
}
// endregion
