package tagging;

import static quintet.fields.OnDelete.CASCADE;

import quintet.contenttypes.ContentType;
import quintet.contenttypes.GenericRef;
import quintet.fields.ForeignKey;
import quintet.fields.SlugField;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A tag on a row of any model. */
// region: tagged
public class TaggedItem extends Model {
    public static final Manager<TaggedItem> objects = new Manager<>(TaggedItem.class);

    @SlugField
    public String tag = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<ContentType> contentType;

    public long objectId;

    public GenericRef contentObject;

    public static final Meta<TaggedItem> meta = Meta.of(TaggedItem.class)
            .ordering(TaggedItem_.tag.asc())
            .index(TaggedItem_.contentType(), TaggedItem_.objectId);
}
// endregion
