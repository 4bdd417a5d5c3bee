package quintet.conform.ormsql.lab2;

import java.util.List;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.PrimaryKey;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Ref;

/** A line of an order. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Line extends KeyedModel<List<Object>> {
    public static final Manager<Line> objects = new Manager<>(Line.class);

    @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "lines")
    @PrimaryKey
    public Ref<Order> order;

    @PrimaryKey
    public Integer number;

    @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "lines")
    public Ref<Product> product;

    public int qty = 1;
}
