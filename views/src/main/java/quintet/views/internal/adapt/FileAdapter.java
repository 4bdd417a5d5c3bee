package quintet.views.internal.adapt;

import org.jspecify.annotations.Nullable;
import quintet.fields.FieldFile;
import quintet.templates.ValueAdapter;

/** A stored file prints as its name and is false if there is none; {@code url}, {@code size}, {@code path} as in Django. */
final class FileAdapter implements ValueAdapter<FieldFile> {
    @Override
    public @Nullable Object attribute(FieldFile file, String name) {
        return switch (name) {
            case "delete" -> Call.REFUSED;
            case "open", "read", "content", "storage" -> MISSING;
            case "path" -> file.path().map(Object::toString).orElse("");
            default -> DEFAULT;
        };
    }

    @Override
    public boolean truth(FieldFile file) {
        return file.isPresent();
    }

    @Override
    public CharSequence text(FieldFile file) {
        return file.name();
    }
}
