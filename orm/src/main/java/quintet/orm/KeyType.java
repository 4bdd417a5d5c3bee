package quintet.orm;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;

/** How the key a reference holds is read and written: as the field it points to. */
enum KeyType {
    INT64,
    INT32,
    INT16,
    TEXT,
    UUID,
    OTHER;

    /** The type of the field a reference points to, through references that are keys themselves. */
    static KeyType of(FieldDeclaration reference) {
        Class<?> target = Objects.requireNonNull(reference.value("target", Class.class));
        FieldDeclaration key = pointedTo(ModelAccess.of(target), reference.text("toField"));
        if (key.kind().isRelation()) {
            return of(key);
        }
        return of(key.type());
    }

    private static FieldDeclaration pointedTo(ModelAccess<?> target, String name) {
        List<FieldDeclaration> columns = target.columns();
        for (FieldDeclaration column : columns) {
            if (name.isEmpty()
                    ? column.flag("primaryKey", false)
                    : column.name().equals(name)) {
                return column;
            }
        }
        for (FieldDeclaration column : columns) {
            if (column.name().equals("id")) {
                return column;
            }
        }
        throw new IllegalStateException(target.type().getSimpleName() + " has no field " + name + ".");
    }

    private static KeyType of(Class<?> type) {
        if (type == Long.class || type == long.class) {
            return INT64;
        }
        if (type == Integer.class || type == int.class) {
            return INT32;
        }
        if (type == Short.class || type == short.class) {
            return INT16;
        }
        if (type == String.class) {
            return TEXT;
        }
        return type == java.util.UUID.class ? UUID : OTHER;
    }

    @Nullable
    Object read(Cells cells, int at) {
        return switch (this) {
            case INT64 -> cells.int64OrNull(at);
            case INT32 -> cells.int32OrNull(at);
            case INT16 -> cells.int16OrNull(at);
            case TEXT -> cells.text(at);
            case UUID -> cells.uuid(at);
            case OTHER -> cells.object(at);
        };
    }

    void write(Parameters parameters, @Nullable Object key) {
        switch (key) {
            case null -> parameters.none();
            case Number number
            when this == INT64 || this == INT32 || this == INT16 -> parameters.int64(number.longValue());
            case String text -> parameters.text(text);
            case java.util.UUID uuid -> parameters.uuid(uuid);
            default -> parameters.object(key);
        }
    }
}
