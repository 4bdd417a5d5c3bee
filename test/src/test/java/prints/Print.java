package prints;

import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.FieldFile;
import quintet.fields.FileField;
import quintet.fields.ImageField;
import quintet.orm.Manager;
import quintet.orm.Model;

// region: model
/** A print with a picture of it. */
public class Print extends Model {
    public static final Manager<Print> objects = new Manager<>(Print.class);

    @CharField(maxLength = 20)
    public String title = "";

    @ImageField(uploadTo = "prints/%Y/", widthField = "width", heightField = "height")
    public FieldFile picture = FieldFile.NONE;

    public @Nullable Integer width;
    public @Nullable Integer height;

    @FileField(uploadTo = "notes", blank = true)
    public String note = "";
}
// endregion
