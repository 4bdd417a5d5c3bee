package quintet.conform.ormsql.lab2;

import java.time.Instant;
import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Functions;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;

/** What a customer ordered. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Order extends Model {
    public static final Manager<Order> objects = new Manager<>(Order.class);

    @CharField(maxLength = 50)
    public String customer = "";

    public Instant placed;

    @CharField(maxLength = 10, dbDefault = "new")
    public String status;

    @Reverse("order")
    public Many<Line> lines;

    @Reverse("order")
    public Many<Note> notes;

    public static final Meta<Order> meta = Meta.of(Order.class).dbDefault(Order_.placed, Functions.now());
}
