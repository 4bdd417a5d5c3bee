package quintet.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.files.FileNames;

/** Files in a folder of the disk. Django's {@code FileSystemStorage}. Immutable: each option makes another storage. */
public final class FileSystemStorage extends Storage {
    private final Path root;
    private final @Nullable String url;
    private final boolean overwrite;
    private final @Nullable Set<PosixFilePermission> permissions;

    private FileSystemStorage(
            Path root, @Nullable String url, boolean overwrite, @Nullable Set<PosixFilePermission> permissions) {
        this.root = root;
        this.url = url;
        this.overwrite = overwrite;
        this.permissions = permissions;
    }

    /** Files below a folder, which is made when the first file comes; without an address. */
    public static FileSystemStorage at(Path root) {
        return new FileSystemStorage(root.toAbsolutePath().normalize(), null, false, parsed("rw-r--r--"));
    }

    /** The same, whose files clients read below this address, such as {@code /media/}. Django's {@code base_url}. */
    public FileSystemStorage baseUrl(String base) {
        return new FileSystemStorage(root, base, overwrite, permissions);
    }

    /** The same, but a file of a name that is taken replaces the one there. Django's {@code allow_overwrite}. */
    public FileSystemStorage allowOverwrite() {
        return new FileSystemStorage(root, url, true, permissions);
    }

    /**
     * The same with other permissions of new files, as in {@code rw-r-----}; the default is {@code rw-r--r--}. Systems without
     * such permissions keep their own. Django's {@code file_permissions_mode}.
     */
    public FileSystemStorage permissions(String mode) {
        return new FileSystemStorage(root, url, overwrite, parsed(mode));
    }

    private static Set<PosixFilePermission> parsed(String mode) {
        return PosixFilePermissions.fromString(mode);
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    private Path place(String name) {
        Path place;
        try {
            place = root.resolve(name.replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            throw new SuspiciousFileOperation("'" + name + "' cannot be the name of a file.");
        }
        if (!place.startsWith(root)) {
            throw new SuspiciousFileOperation(
                    "The joined path (" + place + ") is located outside of the base path component (" + root + ")");
        }
        return place;
    }

    @Override
    public Optional<Path> path(String name) {
        return Optional.of(place(name));
    }

    @Override
    protected boolean isAvailable(String name, int maxLength) {
        return overwrite
                ? maxLength < 0 || name.codePointCount(0, name.length()) <= maxLength
                : super.isAvailable(name, maxLength);
    }

    @Override
    protected String write(String given, FileContent content) throws IOException {
        String name = given;
        while (true) {
            Path place = place(name);
            Path folder = place.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                write(place, content);
                return name;
            } catch (FileAlreadyExistsException takenMeanwhile) {
                if (overwrite) {
                    throw takenMeanwhile;
                }
                name = availableName(name, -1);
            }
        }
    }

    private void write(Path place, FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            if (overwrite) {
                if (Files.isDirectory(place)) {
                    throw new FileAlreadyExistsException(place.toString(), null, "it is a folder");
                }
                Files.copy(in, place, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.copy(in, place);
            }
        }
        if (permissions != null && Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(place, permissions);
        }
    }

    @Override
    public InputStream open(String name) {
        try {
            return Files.newInputStream(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(place(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void delete(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name must be given to delete().");
        }
        try {
            Files.deleteIfExists(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size(String name) {
        try {
            return Files.size(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant modified(String name) {
        try {
            return Files.getLastModifiedTime(place(name)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Listing list(String folder) {
        Path place = folder.isEmpty() ? root : place(folder);
        List<String> folders = new ArrayList<>();
        List<String> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(place)) {
            entries.sorted()
                    .forEach(entry ->
                            (Files.isDirectory(entry) ? folders : files).add(String.valueOf(entry.getFileName())));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no folder " + folder + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Listing(folders, files);
    }

    @Override
    public String url(String name) {
        if (url == null) {
            throw new IllegalStateException("This file is not accessible via a URL. Give the storage one:"
                    + " FileSystemStorage.at(...).baseUrl(\"/media/\").");
        }
        return FileNames.url(url, name);
    }

    /** The folder and address. */
    @Override
    public String toString() {
        return "FileSystemStorage(" + root + (url == null ? "" : ", " + url) + ")";
    }
}
