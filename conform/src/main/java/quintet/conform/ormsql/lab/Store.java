package quintet.conform.ormsql.lab;

import java.time.LocalTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.Default;
import quintet.fields.ForeignKey;
import quintet.fields.ManyToManyField;
import quintet.fields.OnDelete;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** Where books are sold. The recording's model, with its names. */
@SuppressWarnings("MemberName")
public class Store extends Model {
    public static final Manager<Store> objects = new Manager<>(Store.class);

    @CharField(maxLength = 50)
    public String name = "";

    @ForeignKey(onDelete = OnDelete.SET_DEFAULT, relatedName = "stores")
    @Default(Store.FirstAuthor.class)
    public Ref<Author> owner;

    public @Nullable LocalTime opened;

    @ManyToManyField(relatedName = "stores")
    public Many<Book> books;

    /** The first author owns what nobody else does. */
    public static final class FirstAuthor implements Supplier<Ref<Author>> {
        @Override
        public Ref<Author> get() {
            return Ref.of(Author.class, 1L);
        }
    }
}
