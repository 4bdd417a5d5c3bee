package library;

import static quintet.fields.OnDelete.PROTECT;

import java.util.Arrays;
import quintet.fields.BooleanField;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.IntegerField;
import quintet.fields.ManyToManyField;
import quintet.fields.Reverse;
import quintet.fields.TextField;
import quintet.fields.WidgetKind;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A book in the public domain. */
// region: model
public class Book extends Model {
    public static final Manager<Book> objects = new Manager<>(Book.class);

    @CharField(maxLength = 200)
    public String title = "";

    @CharField(maxLength = 200, blank = true, helpText = "In its own language, where that differs.")
    public String originalTitle = "";

    @ForeignKey(onDelete = PROTECT)
    public Ref<Author> author;

    @IntegerField(
            min = -3000,
            max = 1960,
            index = true,
            helpText = "Of the first publication; negative before our era.")
    public int year;

    @BooleanField(verboseName = "the year is approximate")
    public boolean circa;

    @CharField(maxLength = 3)
    public Language language = Language.ENGLISH;

    @TextField(blank = true, helpText = "One sentence in your own words.")
    public String summary = "";

    @ManyToManyField(verboseName = "subjects", widget = WidgetKind.CHECKBOX_SELECT_MULTIPLE)
    public Many<Tag> tags;

    @Reverse("book")
    public Many<Review> reviews;

    public static final Meta<Book> meta = Meta.of(Book.class).ordering(Book_.title.asc(), Book_.year.asc());
    // endregion

    @Override
    public String toString() {
        return title;
    }

    @Override
    public String absoluteUrl() {
        return LibraryApp.DETAIL.url(id);
    }

    /** When it appeared: "1851", "c. 750 BCE". */
    public String written() {
        return Years.text(year, circa);
    }

    /** The style of its cover. */
    public String era() {
        return Era.of(year).slug();
    }

    /** How small the title must be set so that it fits on the cover. */
    public String titleSize() {
        int longest =
                Arrays.stream(title.split(" ")).mapToInt(String::length).max().orElse(0);
        if (title.length() > 44 || longest > 11) {
            return "very-long";
        }
        if (title.length() > 26 || longest > 8) {
            return "long";
        }
        return title.length() > 12 || longest > 7 ? "medium" : "short";
    }
}
