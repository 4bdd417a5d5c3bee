package quintet.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quintet.core.internal.files.FileNames;

/**
 * Where files are kept under names such as {@code covers/2024/a.png}: a folder, memory, a service elsewhere. Django's {@code
 * Storage}.
 *
 * <p>Names are relative, their folders parted by {@code /}. A name that leads out of the storage is refused with {@link
 * SuspiciousFileOperation}. What the disk or network refuses is an {@link UncheckedIOException}; a file that is not there has a
 * {@link java.nio.file.NoSuchFileException} as its cause.
 *
 * <p>A storage of one's own extends this class and says how to {@link #write}, read and delete; names are seen to here.
 */
public abstract class Storage {
    /** The alias of the storage that fields use unless they name another. */
    public static final String DEFAULT = "default";

    /** For subclasses. */
    protected Storage() {}

    /** What a folder holds, by name. Django's {@code listdir}. */
    public record Listing(List<String> folders, List<String> files) {
        /** Copies the lists. */
        public Listing {
            folders = List.copyOf(folders);
            files = List.copyOf(files);
        }
    }

    /**
     * A storage of the current site, by the alias it has in {@link Storages}.
     *
     * @throws ImproperlyConfigured if the settings name none
     */
    public static Storage named(String alias) {
        return Site.current().service(OpenStorages.class).get(alias);
    }

    /** Keeps a file under this name, or under one like it if the name is taken. */
    public final String save(String name, FileContent content) {
        return save(name, content, -1);
    }

    /**
     * Keeps a file under this name, or under one like it if the name is taken or too long.
     *
     * @param maxLength the longest name allowed, folders included; -1: any
     * @return the name it has now
     */
    public final String save(String name, FileContent content, int maxLength) {
        FileNames.check(name);
        String kept;
        try {
            kept = write(availableName(name, maxLength), content);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " could not be stored: " + e.getMessage(), e);
        }
        FileNames.check(kept);
        return kept;
    }

    /**
     * Writes a file under a free name.
     *
     * @return the name it got: another one if somebody took this one meanwhile
     */
    protected abstract String write(String name, FileContent content) throws IOException;

    /** Opens a file from its start. */
    public abstract InputStream open(String name);

    /** Whether the name is taken, by a file or a folder. */
    public abstract boolean exists(String name);

    /** Deletes a file or an empty folder; what is not there is fine. */
    public abstract void delete(String name);

    /** The size of a file in bytes. */
    public abstract long size(String name);

    /** When a file was written last. */
    public abstract Instant modified(String name);

    /** What a folder holds; "" is the topmost one. */
    public abstract Listing list(String folder);

    /**
     * The address at which clients read a file.
     *
     * @throws IllegalStateException if the storage has none
     */
    public abstract String url(String name);

    /** The file on this machine's disk; empty for a storage that keeps files elsewhere. */
    public Optional<Path> path(String name) {
        return Optional.empty();
    }

    /** Whether a file may be written under this name as it is. */
    protected boolean isAvailable(String name, int maxLength) {
        return !exists(name) && (maxLength < 0 || name.codePointCount(0, name.length()) <= maxLength);
    }

    /** The name, or one like it that is free and short enough: {@code a_x7Kd02L.txt}. Django's {@code get_available_name}. */
    public String availableName(String name, int maxLength) {
        return FileNames.available(name, maxLength, candidate -> isAvailable(candidate, maxLength));
    }

    /** The last part of a name as this storage can keep it: letters, digits, dots, hyphens and underscores. Django's {@code get_valid_name}. */
    public String validName(String name) {
        return FileNames.valid(name);
    }

    /** A path whose last part is valid. Django's {@code generate_filename}. */
    public final String generateName(String path) {
        return FileNames.generate(path, this::validName);
    }
}
