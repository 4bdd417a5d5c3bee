package tagging;

import static quintet.fields.OnDelete.CASCADE;

import quintet.contenttypes.ContentType;
import quintet.contenttypes.GenericRef;
import quintet.fields.CharField;
import quintet.fields.ForeignKey;
import quintet.orm.Manager;
import quintet.orm.Model;
import quintet.orm.Ref;

/** A remark on a row of any model, whatever its key. */
// region: remark
public class Remark extends Model {
    public static final Manager<Remark> objects = new Manager<>(Remark.class);

    @CharField(maxLength = 50)
    public String text = "";

    @ForeignKey(onDelete = CASCADE)
    public Ref<ContentType> contentType;

    @CharField(maxLength = 200)
    public String objectId = "";

    public GenericRef contentObject;
}
// endregion
