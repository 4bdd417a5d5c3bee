package quintet.forms;

import org.jspecify.annotations.Nullable;
import quintet.fields.FieldFile;
import quintet.fields.FieldKind;
import quintet.http.UploadedFile;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;

/** Between the file a model's field has, as a {@link FieldFile} or by name, and what a form shows and reads. */
final class StoredFiles {
    private StoredFiles() {}

    /** A stored file as a form's initial value. */
    private record Shown(FieldFile file) implements StoredFile {
        @Override
        public String url() {
            try {
                return file.url();
            } catch (IllegalStateException withoutAddress) {
                return "";
            }
        }

        @Override
        public String toString() {
            return file.name();
        }
    }

    static boolean isFile(FieldMeta field) {
        return field.kind() == FieldKind.FILE || field.kind() == FieldKind.IMAGE;
    }

    /** What the form shows of the field's value; null for no file. */
    static @Nullable Object shown(FieldMeta field, @Nullable Object value) {
        FieldFile file = value instanceof FieldFile given
                ? given
                : FieldFile.stored(value == null ? "" : value.toString(), field.declaration());
        return file.isStored() ? new Shown(file) : null;
    }

    /** Gives the object what the form read: a new file, none if the box was ticked, else what it has. */
    static void set(FieldMeta field, KeyedModel<?> object, @Nullable Object cleaned) {
        boolean named = field.javaType() == String.class;
        if (cleaned instanceof UploadedFile upload) {
            field.set(object, named ? upload.name() : FieldFile.of(upload));
        } else if (Boolean.FALSE.equals(cleaned)) {
            field.set(object, named ? "" : FieldFile.NONE);
        }
    }

    /** Stores an uploaded file of a field that keeps the name alone. The others' are stored by {@code save()}. */
    static void store(FieldMeta field, KeyedModel<?> object, @Nullable Object cleaned) {
        if (field.javaType() == String.class && cleaned instanceof UploadedFile upload) {
            field.set(object, field.store(object, upload));
        }
    }
}
