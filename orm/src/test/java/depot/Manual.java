package depot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.ArrayField;
import quintet.fields.CharField;
import quintet.fields.Range;
import quintet.fields.SearchVectorField;
import quintet.fields.TextField;
import quintet.orm.Constraint;
import quintet.orm.Index;
import quintet.orm.IndexMethod;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Postgres;

/** A text that the database prepares for searching. */
public class Manual extends Model {
    public static final Manager<Manual> objects = new Manager<>(Manual.class);

    // region: generated
    @CharField(maxLength = 100)
    public String title = "";

    @TextField(blank = true)
    public String body = "";

    @SearchVectorField(blank = true)
    public @Nullable String words;

    @ArrayField(blank = true)
    public List<String> topics = List.of();

    public Range<Integer> pages = Range.from(1);

    public static final Meta<Manual> meta = Meta.of(Manual.class)
            .constraint(Constraint.check(
                    "manual_pages",
                    Manual_.pages.lower().gte(1).and(Manual_.pages.isEmpty().isFalse())))
            .constraint(
                    Constraint.check("manual_topics", Manual_.topics.length().lte(2)))
            .generated(
                    Manual_.words,
                    Postgres.searchVectorIn("english", Manual_.title)
                            .weight('A')
                            .and(Postgres.searchVectorIn("english", Manual_.body)
                                    .weight('B')))
            .index(Index.of("manual_words", Manual_.words).using(IndexMethod.gin()));
    // endregion
}
