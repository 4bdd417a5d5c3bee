package quintet.conform.ormsql.lab;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** What happened to a book. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Log extends Model {
    public static final Manager<Log> objects = new Manager<>(Log.class);

    @ForeignKey(onDelete = OnDelete.DO_NOTHING, relatedName = "logs", dbConstraint = false)
    public @Nullable Ref<Book> book;

    @CharField(maxLength = 1)
    public String level = "i";

    @CharField(maxLength = 100, column = "msg")
    public String message = "";
}
