package freight;

import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;

/** Somebody buys something. */
public class Order extends Model {
    public static final Manager<Order> objects = new Manager<>(Order.class);

    @CharField(maxLength = 50)
    public String customer = "";

    @Reverse("order")
    public Many<Line> lines;
}
