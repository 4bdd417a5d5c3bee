package freight;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.SET_NULL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.fields.PrimaryKey;
import quintet.fields.Reverse;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Ref;

/** A step of making a line: a part of its key is a reference to a key with two fields. */
// region: step
public class Step extends KeyedModel<List<Object>> {
    public static final Manager<Step> objects = new Manager<>(Step.class);

    @PrimaryKey
    @ForeignKey(onDelete = CASCADE)
    public Ref<Line> line;

    @PrimaryKey
    @CharField(maxLength = 10)
    public String name = "";

    @ForeignKey(onDelete = SET_NULL, blank = true)
    public @Nullable Ref<Step> after;

    @Reverse("after")
    public Many<Step> next;
}
// endregion
