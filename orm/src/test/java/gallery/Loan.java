package gallery;

import quintet.fields.CharField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.QuerySet;

/** A loan; one that is closed is out of reach even for saving. */
public class Loan extends Model {
    public static final Manager<Loan> objects = new Manager<>(Loan.class);
    public static final Manager<Loan> open = new Manager<>(Loan.class) {
        @Override
        public QuerySet<Loan> all() {
            return super.all().filter(Loan_.closed.eq(false));
        }
    };

    @CharField(maxLength = 20)
    public String to = "";

    public boolean closed;

    public static final Meta<Loan> meta = Meta.of(Loan.class).baseManager("open");
}
