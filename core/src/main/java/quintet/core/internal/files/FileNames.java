package quintet.core.internal.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import quintet.core.Crypto;
import quintet.core.SuspiciousFileOperation;

/** Rules for names of stored files. */
public final class FileNames {
    private static final int RANDOM_CHARACTERS = 7;
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    private FileNames() {}

    /** Refuses a name that is none, or that leads out of where it is put. */
    public static void check(String name) {
        if (NO_NAMES.contains(last(name))) {
            throw new SuspiciousFileOperation("Could not derive file name from '" + name + "'");
        }
        String path = slashes(name);
        if (path.startsWith("/") || leadsUp(path)) {
            throw new SuspiciousFileOperation("Detected path traversal attempt in '" + name + "'");
        }
        if (path.indexOf('\0') >= 0) {
            throw new SuspiciousFileOperation("The file name contains a null character.");
        }
    }

    /** The name, or one like it that meets the condition. */
    public static String available(String given, int maxLength, Predicate<String> isFree) {
        String name = slashes(given);
        String folder = folder(name);
        checkFolder(folder);
        String file = last(name);
        if (NO_NAMES.contains(file)) {
            throw new SuspiciousFileOperation("Could not derive file name from '" + name + "'");
        }
        String ending = endings(file);
        String root = file.substring(0, file.length() - ending.length());
        while (!isFree.test(name)) {
            name = join(folder, alternative(root, ending));
            if (maxLength < 0) {
                continue;
            }
            int over = name.codePointCount(0, name.length()) - maxLength;
            if (over > 0) {
                int length = root.codePointCount(0, root.length());
                if (over >= length) {
                    throw new SuspiciousFileOperation(
                            "Storage can not find an available filename for \"" + name
                                    + "\". Please make sure that the corresponding file field allows sufficient \"max_length\".");
                }
                root = root.substring(0, root.offsetByCodePoints(0, length - over));
                name = join(folder, alternative(root, ending));
            }
        }
        return name;
    }

    private static String alternative(String root, String ending) {
        return root + "_" + Crypto.randomString(RANDOM_CHARACTERS) + ending;
    }

    /** A path whose last part went through {@code valid}, with no needless parts. */
    public static String generate(String given, UnaryOperator<String> valid) {
        String path = slashes(given);
        String folder = folder(path);
        checkFolder(folder);
        return normal(join(folder, valid.apply(last(path))));
    }

    /** A name of letters, digits, dots, hyphens and underscores. */
    public static String valid(String name) {
        StringBuilder kept = new StringBuilder();
        name.strip().codePoints().map(c -> c == ' ' ? '_' : c).forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.') {
                kept.appendCodePoint(c);
            }
        });
        if (NO_NAMES.contains(kept.toString())) {
            throw new SuspiciousFileOperation("Could not derive file name from '" + name + "'");
        }
        return kept.toString();
    }

    private static void checkFolder(String folder) {
        if (leadsUp(folder)) {
            throw new SuspiciousFileOperation("Detected path traversal attempt in '" + folder + "'");
        }
    }

    private static boolean leadsUp(String path) {
        return List.of(path.split("/")).contains("..");
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }

    private static String folder(String path) {
        int at = path.lastIndexOf('/');
        return at < 0 ? "" : at == 0 ? "/" : path.substring(0, at);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    /** All endings of a name: {@code .tar.gz}. A leading dot begins none. */
    private static String endings(String name) {
        if (name.endsWith(".")) {
            return "";
        }
        int start = 0;
        while (start < name.length() && name.charAt(start) == '.') {
            start++;
        }
        int at = name.indexOf('.', start);
        return at < 0 ? "" : name.substring(at);
    }

    /** A name as it stands in an address. */
    public static String toUri(String name) {
        StringBuilder uri = new StringBuilder();
        for (byte b : slashes(name).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "_.-~/!*()'".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }

    /** The address of a file below the storage's own. */
    public static String url(String base, String name) {
        String uri = toUri(name);
        return (base.endsWith("/") ? base : base + "/") + (uri.startsWith("/") ? uri.substring(1) : uri);
    }
}
