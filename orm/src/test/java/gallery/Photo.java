package gallery;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.InMemoryStorage;
import quintet.core.Storage;
import quintet.fields.CharField;
import quintet.fields.FieldFile;
import quintet.fields.FileField;
import quintet.fields.ImageField;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A picture with files beside it. */
public class Photo extends Model {
    public static final Manager<Photo> objects = new Manager<>(Photo.class);

    /** A folder of its own for each title. */
    public static final class ByTitle implements BiFunction<Photo, String, String> {
        @Override
        public String apply(Photo photo, String name) {
            return photo.title + "/" + name;
        }
    }

    /** Files that are not for everybody. */
    public static final class Private implements Supplier<Storage> {
        /** Where they are. */
        public static final InMemoryStorage FILES = new InMemoryStorage("/private/");

        @Override
        public Storage get() {
            return FILES;
        }
    }

    @CharField(maxLength = 20)
    public String title = "";

    @ImageField(uploadTo = "photos/%Y", blank = true, widthField = "width", heightField = "height")
    public FieldFile image = FieldFile.NONE;

    public @Nullable Integer width;
    public @Nullable Integer height;

    @FileField(uploadToFunction = ByTitle.class, storage = Private.class, blank = true)
    public FieldFile contract;

    @FileField(uploadTo = "n", storageName = "archive", maxLength = 20)
    public @Nullable FieldFile negative;

    @FileField(blank = true)
    public String note = "";
}
