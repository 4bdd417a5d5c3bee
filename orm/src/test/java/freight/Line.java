package freight;

import static quintet.fields.OnDelete.CASCADE;

import java.util.List;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.PrimaryKey;
import quintet.fields.Reverse;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Ref;

/** A line of an order: its key has two fields. */
public class Line extends KeyedModel<List<Object>> {
    public static final Manager<Line> objects = new Manager<>(Line.class);

    @PrimaryKey
    @ForeignKey(onDelete = CASCADE)
    public Ref<Order> order;

    @PrimaryKey
    public int number;

    @CharField(maxLength = 50)
    public String article = "";

    public int quantity = 1;

    public Many<Tag> tags;

    @Reverse("line")
    public Many<Shipment> shipments;

    @Reverse("spare")
    public Many<Shipment> spares;

    @Reverse("line")
    public Ref<Receipt> receipt;

    @Override
    public String toString() {
        return article;
    }
}
