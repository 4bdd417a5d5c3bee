package quintet.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.FileContent;
import quintet.core.Storage;
import quintet.fields.internal.FileStorages;
import quintet.fields.internal.ImageSizes;

/**
 * The file of a model's {@code @FileField} or {@code @ImageField}: the column keeps its name, a {@link Storage} its bytes. Django's
 * {@code FieldFile}. Immutable.
 *
 * <p>{@code book.cover = FieldFile.of(upload); book.save();} stores the file first, then the row with the name it got. {@link
 * #NONE} is no file. Nothing is read from the storage before a method asks for it.
 */
public final class FieldFile {
    /** No file: an empty column. */
    public static final FieldFile NONE = new FieldFile("", null, null);

    private final String name;
    private final @Nullable FieldDeclaration field;
    private final @Nullable FileContent content;

    private FieldFile(String name, @Nullable FieldDeclaration field, @Nullable FileContent content) {
        this.name = name;
        this.field = field;
        this.content = content;
    }

    /** A file to store when its object is saved. */
    public static FieldFile of(FileContent content) {
        return new FieldFile(content.name(), null, content);
    }

    /** Bytes to store when the object is saved. */
    public static FieldFile of(String name, byte[] bytes) {
        return of(FileContent.of(name, bytes));
    }

    /** A file that is in the default storage already. */
    public static FieldFile stored(String name) {
        return name.isEmpty() ? NONE : new FieldFile(name, null, null);
    }

    /** A file that is in the storage of a field already. */
    public static FieldFile stored(String name, FieldDeclaration field) {
        return name.isEmpty() ? NONE : new FieldFile(name, field, null);
    }

    /** The name within the storage, as in {@code covers/a.png}; of a file not stored yet the one it came with; "" for none. */
    public String name() {
        return name;
    }

    /** Whether there is a file. Django's truth of a file. */
    public boolean isPresent() {
        return !name.isEmpty();
    }

    /** Whether it has been stored; one given by {@link #of(FileContent)} waits for its object to be saved. Django's {@code _committed}. */
    public boolean isStored() {
        return content == null && isPresent();
    }

    /** What is to be stored, or null. */
    public @Nullable FileContent content() {
        return content;
    }

    /** Where it is kept. */
    public Storage storage() {
        return field == null ? Storage.named(Storage.DEFAULT) : storageOf(field);
    }

    /** The storage that a declared field names; the default one if it names none. */
    public static Storage storageOf(FieldDeclaration field) {
        return FileStorages.of(field);
    }

    private void mustBeStored(String what) {
        if (!isPresent()) {
            throw new IllegalStateException("There is no file, so it has no " + what + ". Ask isPresent() first.");
        }
        if (content != null) {
            throw new IllegalStateException(
                    "The file " + name + " is not stored yet, so it has no " + what + ". Save its object first.");
        }
    }

    /** The address clients read it at. */
    public String url() {
        mustBeStored("address");
        return storage().url(name);
    }

    /** The file on this machine's disk; empty if the storage keeps it elsewhere. */
    public Optional<Path> path() {
        mustBeStored("path");
        return storage().path(name);
    }

    /** The size in bytes. */
    public long size() {
        if (content != null) {
            return content.size();
        }
        mustBeStored("size");
        return storage().size(name);
    }

    /** Opens the bytes from the start. */
    public InputStream open() {
        if (content != null) {
            try {
                return content.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        mustBeStored("content");
        return storage().open(name);
    }

    /** All bytes. */
    public byte[] read() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an image, the width in pixels; null if it is none. */
    public @Nullable Integer width() {
        ImageSizes.Size size = imageSize();
        return size == null ? null : size.width();
    }

    /** Of an image, the height in pixels; null if it is none. */
    public @Nullable Integer height() {
        ImageSizes.Size size = imageSize();
        return size == null ? null : size.height();
    }

    private ImageSizes.@Nullable Size imageSize() {
        try (InputStream in = open()) {
            return ImageSizes.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file from its storage. The object still names it: set the field to {@link #NONE} and save. */
    public void delete() {
        mustBeStored("place to delete it from");
        storage().delete(name);
    }

    /** Files of one name are equal, as in Django; those not stored yet only to themselves. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldFile file
                && name.equals(file.name)
                && (content == null ? file.content == null : content.equals(file.content));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, content);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
