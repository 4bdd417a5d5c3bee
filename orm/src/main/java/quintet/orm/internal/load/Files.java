package quintet.orm.internal.load;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import quintet.core.FileContent;
import quintet.core.Storage;
import quintet.core.TimeZones;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldFile;
import quintet.fields.FieldKind;
import quintet.fields.TimeFormat;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;

/** Stores the files of objects that are about to be saved. */
public final class Files {
    private Files() {}

    /** The name that a column keeps; a file that is not stored yet has none. */
    public static String storedName(@Nullable FieldFile file) {
        if (file == null) {
            return "";
        }
        if (file.content() != null) {
            throw new QueryError(
                    "The file " + file.name() + " is not stored yet, so its name is not known. save(), create()"
                            + " and bulkCreate() store files first; elsewhere store it with Storage.save(...) and give"
                            + " FieldFile.stored(name).");
        }
        return file.name();
    }

    /** Stores what is not stored yet, and gives width and height of images to the fields that keep them. */
    static void store(KeyedModel<?> object, List<FieldMeta> fields) {
        for (FieldMeta field : fields) {
            if (field.javaType() != FieldFile.class) {
                continue;
            }
            FieldFile file = (FieldFile) field.get(object);
            if (field.kind() == FieldKind.IMAGE) {
                keepSize(object, field, file);
            }
            FileContent content = file == null ? null : file.content();
            if (content != null) {
                field.set(object, FieldFile.stored(store(object, field, content), field.declaration()));
            }
        }
    }

    /**
     * Stores content for a field of an object.
     *
     * @return the name it got
     */
    public static String store(KeyedModel<?> object, FieldMeta field, FileContent content) {
        Storage storage = FieldFile.storageOf(field.declaration());
        String name = storage.generateName(path(object, field.declaration(), storage, content.name()));
        return storage.save(name, content, field.maxLength());
    }

    /** Where {@code uploadTo} or {@code uploadToFunction} puts a file. */
    @SuppressWarnings("unchecked") // the annotation asks for such a function
    private static String path(KeyedModel<?> object, FieldDeclaration field, Storage storage, String name) {
        Class<?> function = field.value("uploadToFunction", Class.class);
        if (function != null) {
            if (!(make(field, function) instanceof BiFunction<?, ?, ?> made)) {
                throw new QueryError("The field " + field.name() + " has uploadToFunction = " + function.getSimpleName()
                        + ".class, which must be a BiFunction of an object and a file's name, giving a path.");
            }
            return String.valueOf(((BiFunction<Object, String, Object>) made).apply(object, name));
        }
        String folder = field.text("uploadTo");
        if (folder.indexOf('%') >= 0) {
            folder = TimeFormat.of(folder).format(LocalDateTime.now(TimeZones.current()));
        }
        String file = storage.validName(name);
        return folder.isEmpty() || folder.endsWith("/") ? folder + file : folder + "/" + file;
    }

    private static Object make(FieldDeclaration field, Class<?> function) {
        try {
            var constructor = function.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new QueryError("The field " + field.name() + " has uploadToFunction = " + function.getSimpleName()
                    + ".class, which could not be made: it needs a constructor without parameters. " + e);
        }
    }

    /** A new image tells its size, none has none, and one that is stored is read where the size is not known yet. */
    private static void keepSize(KeyedModel<?> object, FieldMeta field, @Nullable FieldFile file) {
        String width = field.declaration().text("widthField");
        String height = field.declaration().text("heightField");
        if (width.isEmpty() && height.isEmpty()) {
            return;
        }
        FieldFile image = file == null ? FieldFile.NONE : file;
        if (image.isStored() && isKnown(object, width) && isKnown(object, height)) {
            return;
        }
        if (!width.isEmpty()) {
            object.meta().field(width).set(object, image.isPresent() ? image.width() : null);
        }
        if (!height.isEmpty()) {
            object.meta().field(height).set(object, image.isPresent() ? image.height() : null);
        }
    }

    private static boolean isKnown(KeyedModel<?> object, String name) {
        return name.isEmpty()
                || (object.meta().field(name).get(object) instanceof Number number && number.intValue() != 0);
    }
}
