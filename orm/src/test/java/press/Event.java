package press;

import static quintet.fields.OnDelete.SET_NULL;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.EmailField;
import quintet.fields.ForeignKey;
import quintet.fields.IntegerField;
import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Something that happens, with values that may occur once a day, month or year. */
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

    @EmailField(blank = true)
    public String email = "";

    @ForeignKey(onDelete = SET_NULL, blank = true, limitChoicesTo = "customer=Ann")
    public @Nullable Ref<Order> order;

    public static final Meta<Event> meta = Meta.of(Event.class).uniqueTogether(Event_.a, Event_.b);
}
