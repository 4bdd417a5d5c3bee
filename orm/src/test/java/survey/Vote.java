package survey;

import static quintet.fields.OnDelete.CASCADE;

import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Somebody's answer. */
public class Vote extends Model {
    public static final Manager<Vote> objects = new Manager<>(Vote.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Question> question;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Account> by;

    public Mood mood = Mood.FINE;

    /** How it is meant. */
    public enum Mood {
        FINE,
        SO_SO
    }

    public static final Meta<Vote> meta = Meta.of(Vote.class).selectOnSave().defaultRelatedName("votes_of_%(class)s");
}
