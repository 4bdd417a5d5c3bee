package quintet.cli.internal.template;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import quintet.core.CommandError;

/** Reads archives of templates: zip, tar, gzipped tar. A single top folder is taken away, as hosts of code add one. */
final class Archive {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final long MOST_BYTES = 256L << 20;

    private Archive() {}

    static List<Tree.Entry> read(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Tree.Entry> entries;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (name.endsWith(".zip")) {
                entries = zip(in);
            } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
                entries = tar(new GZIPInputStream(in));
            } else if (name.endsWith(".tar")) {
                entries = tar(in);
            } else {
                throw new CommandError("The template '" + file + "' is no archive that can be read:"
                        + " .zip, .tar, .tar.gz and .tgz can.");
            }
        }
        return withoutTop(entries);
    }

    private static List<Tree.Entry> zip(InputStream in) throws IOException {
        List<Tree.Entry> entries = new ArrayList<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = zip.readNBytes((int) (MOST_BYTES - total + 1));
                    total = limited(total + content.length);
                    entries.add(new Tree.Entry(safe(entry.getName()), content));
                }
            }
        }
        return entries;
    }

    private static List<Tree.Entry> tar(InputStream in) throws IOException {
        List<Tree.Entry> entries = new ArrayList<>();
        long total = 0;
        String longName = "";
        byte[] head = in.readNBytes(BLOCK);
        while (head.length == BLOCK && head[0] != 0) {
            long size = octal(head);
            total = limited(total + size);
            byte[] content = in.readNBytes((int) size);
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            switch (head[TYPE_AT]) {
                case 'L' -> longName = text(content, 0, content.length);
                case 'x' -> longName = paxPath(content, longName);
                case '0', 0 -> {
                    entries.add(new Tree.Entry(safe(longName.isEmpty() ? name(head) : longName), content));
                    longName = "";
                }
                default -> longName = "";
            }
            head = in.readNBytes(BLOCK);
        }
        return entries;
    }

    private static long limited(long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException("it has more than " + (MOST_BYTES >> 20) + " MB");
        }
        return bytes;
    }

    private static String name(byte[] head) {
        String name = text(head, 0, NAME);
        String prefix = text(head, MAGIC_AT, 5).equals("ustar") ? text(head, PREFIX_AT, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long octal(byte[] head) throws IOException {
        try {
            return Long.parseLong(text(head, SIZE_AT, SIZE_LENGTH).strip(), 8);
        } catch (NumberFormatException e) {
            throw new IOException("it is no tar archive", e);
        }
    }

    /** Lines {@code LENGTH key=value}; only the path matters. */
    private static String paxPath(byte[] content, String otherwise) throws IOException {
        try (var in = new ByteArrayInputStream(content)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> line.contains(" path="))
                    .map(line -> line.substring(line.indexOf(" path=") + 6))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A path that stays below the folder it is written to. */
    private static String safe(String name) throws IOException {
        String path = name.replace('\\', '/');
        Path normal = Path.of(path).normalize();
        if (path.startsWith("/") || path.contains(":") || normal.startsWith("..")) {
            throw new IOException("it has a file outside of itself: " + name);
        }
        return normal.toString().replace('\\', '/');
    }

    private static List<Tree.Entry> withoutTop(List<Tree.Entry> entries) {
        List<String> tops = entries.stream()
                .map(entry -> entry.path().contains("/")
                        ? entry.path().substring(0, entry.path().indexOf('/') + 1)
                        : "")
                .distinct()
                .toList();
        if (tops.size() != 1 || tops.getFirst().isEmpty() || tops.getFirst().equals("src/")) {
            return entries;
        }
        int length = tops.getFirst().length();
        return entries.stream()
                .map(entry -> new Tree.Entry(entry.path().substring(length), entry.content()))
                .toList();
    }
}
