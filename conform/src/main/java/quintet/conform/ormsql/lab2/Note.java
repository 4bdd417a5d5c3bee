package quintet.conform.ormsql.lab2;

import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.fields.OnDelete;
import quintet.fields.TextField;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A remark on an order. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Note extends Model {
    public static final Manager<Note> objects = new Manager<>(Note.class);

    @ForeignKey(onDelete = OnDelete.DB_CASCADE, relatedName = "notes")
    public Ref<Order> order;

    @ForeignKey(onDelete = OnDelete.DB_SET_NULL, relatedName = "notes")
    public @Nullable Ref<Product> about;

    @TextField(blank = true)
    public String text = "";
}
