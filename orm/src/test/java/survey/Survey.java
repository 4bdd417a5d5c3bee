package survey;

import quintet.fields.CharField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.QuerySet;

/** A survey; closed ones are seen by their own manager only. */
// region: managers
public class Survey extends Model {
    public static final Manager<Survey> everything = new Manager<>(Survey.class);
    public static final Manager<Survey> open = new Manager<>(Survey.class) {
        @Override
        public QuerySet<Survey> all() {
            return super.all().filter(Survey_.closed.eq(false));
        }
    };

    @CharField(maxLength = 40, unique = true)
    public String title = "";

    public boolean closed;

    @Reverse("survey")
    public Many<Question> questions;

    public static final Meta<Survey> meta =
            Meta.of(Survey.class).defaultManager("open").naturalKey(Survey_.title);
}
// endregion
