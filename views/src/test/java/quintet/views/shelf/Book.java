package quintet.views.shelf;

import static quintet.fields.OnDelete.CASCADE;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.SlugField;
import quintet.fields.TextChoices;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A book. */
public class Book extends Model {
    /** All books. */
    public static final Manager<Book> objects = new Manager<>(Book.class);

    /** Whether it can be borrowed. */
    public enum State implements TextChoices {
        /** On the shelf. */
        IN("in", "On the shelf"),
        /** Lent to somebody. */
        OUT("out", "Lent");

        private final String value;
        private final String label;

        State(String value, String label) {
            this.value = value;
            this.label = label;
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Its title. */
    @CharField(maxLength = 200)
    public String title = "";

    /** Its name in addresses. */
    @SlugField(maxLength = 200)
    public String slug = "";

    /** Who wrote it. */
    @ForeignKey(onDelete = CASCADE)
    public Ref<Writer> writer;

    /** When it appeared. */
    public @Nullable LocalDate published;

    /** When it came to the shelf. */
    public @Nullable Instant bought;

    /** Where it is. */
    @CharField(maxLength = 3)
    public State state = State.IN;

    /** Options. */
    public static final Meta<Book> meta = Meta.of(Book.class).ordering(Book_.title.asc());

    @Override
    public String toString() {
        return title;
    }

    @Override
    public String absoluteUrl() {
        return ShelfApp.DETAIL.url(id);
    }
}
