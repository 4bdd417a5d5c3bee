package quintet.conform.ormsql.lab2;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.EmailField;
import quintet.fields.ForeignKey;
import quintet.fields.IntegerField;
import quintet.fields.OnDelete;
import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What happens on a day. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Event extends Model {
    public static final Manager<Event> objects = new Manager<>(Event.class);

    @CharField(maxLength = 20, unique = true)
    public String title = "";

    @SlugField(uniqueForDate = "day")
    public String slug = "";

    public LocalDate day;

    @IntegerField(blank = true, uniqueForYear = "day")
    public @Nullable Integer a;

    @IntegerField(blank = true, uniqueForMonth = "day")
    public @Nullable Integer b;

    @CharField(maxLength = 1, blank = true)
    public String kind = "";

    @ForeignKey(onDelete = OnDelete.SET_NULL, blank = true, limitChoicesTo = "status=new")
    public @Nullable Ref<Order> order;

    @EmailField(blank = true)
    public String email = "";

    public static final Meta<Event> meta = Meta.of(Event.class).uniqueTogether("a", "b");
}
