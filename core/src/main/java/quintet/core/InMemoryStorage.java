package quintet.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import quintet.core.internal.files.FileNames;

/** Files in memory, gone when the storage is: for tests. Django's {@code InMemoryStorage}. */
public final class InMemoryStorage extends Storage {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] bytes, Instant modified) {}

    private final ConcurrentNavigableMap<String, Kept> files = new ConcurrentSkipListMap<>();
    private final String url;

    /** An empty storage whose files have addresses below {@code /media/}. */
    public InMemoryStorage() {
        this("/media/");
    }

    /** An empty storage whose files have addresses below this one. */
    public InMemoryStorage(String url) {
        this.url = url;
    }

    @Override
    protected String write(String given, FileContent content) throws IOException {
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readAllBytes();
        }
        Kept kept = new Kept(bytes, Instant.now());
        String name = given;
        while (files.putIfAbsent(name, kept) != null) {
            name = availableName(name, -1);
        }
        return name;
    }

    private Kept kept(String name) {
        Kept kept = files.get(name);
        if (kept == null) {
            throw new UncheckedIOException(new NoSuchFileException(name));
        }
        return kept;
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(kept(name).bytes());
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name) || isFolder(name);
    }

    private boolean isFolder(String name) {
        String inside = files.ceilingKey(name + "/");
        return inside != null && inside.startsWith(name + "/");
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public long size(String name) {
        return kept(name).bytes().length;
    }

    @Override
    public Instant modified(String name) {
        return kept(name).modified();
    }

    @Override
    public Listing list(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        if (!folder.isEmpty() && !isFolder(folder)) {
            throw new UncheckedIOException("There is no folder " + folder + ".", new NoSuchFileException(folder));
        }
        TreeSet<String> folders = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (String name : files.tailMap(start).keySet()) {
            if (!name.startsWith(start)) {
                break;
            }
            String rest = name.substring(start.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                found.add(rest);
            } else {
                folders.add(rest.substring(0, slash));
            }
        }
        return new Listing(List.copyOf(folders), found);
    }

    @Override
    public String url(String name) {
        return FileNames.url(url, name);
    }
}
