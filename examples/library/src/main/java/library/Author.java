package library;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.IntegerField;
import quintet.fields.Reverse;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;

/** Somebody who wrote books. */
public class Author extends Model {
    public static final Manager<Author> objects = new Manager<>(Author.class);

    @CharField(maxLength = 120, unique = true)
    public String name = "";

    @CharField(maxLength = 120, verboseName = "name in lists", helpText = "As one looks it up: Austen, Jane.")
    public String sortName = "";

    @IntegerField(blank = true, min = -3000, max = 1950, helpText = "The year; negative before our era.")
    public @Nullable Integer born;

    @IntegerField(blank = true, min = -3000, max = 1960)
    public @Nullable Integer died;

    @quintet.fields.BooleanField(verboseName = "the years are approximate")
    public boolean circa;

    @CharField(maxLength = 60)
    public String country = "";

    @Reverse("author")
    public Many<Book> books;

    public static final Meta<Author> meta = Meta.of(Author.class).ordering(Author_.sortName.asc());

    @Override
    public String toString() {
        return sortName;
    }

    @Override
    public String absoluteUrl() {
        return LibraryApp.AUTHOR.url(id);
    }

    /** "1775–1817"; empty if unknown. */
    public String lived() {
        return Years.span(born, died, circa);
    }

    /** The letter the author stands under, without accents. */
    public String letter() {
        return Normalizer.normalize(sortName, Normalizer.Form.NFD)
                .substring(0, 1)
                .toUpperCase(java.util.Locale.ROOT);
    }
}
