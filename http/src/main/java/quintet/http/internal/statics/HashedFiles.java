package quintet.http.internal.statics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives every static file a name with a hash of its content, and rewrites the references of style sheets and source maps to
 * those names. A file is hashed after what it refers to, so that a changed image also renames the style sheets that show it.
 */
public final class HashedFiles {
    private final SortedMap<String, StaticFile> files;
    private final String urlPrefix;
    private final SortedMap<String, Hashed> done = new TreeMap<>();
    private final Set<String> inWork = new HashSet<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * One file under its new name.
     *
     * @param file the original
     * @param hashedName its name with the hash
     * @param content the rewritten content, or null when it is that of the original
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Hashed(StaticFile file, String hashedName, byte @Nullable [] content) {
        /** The content to send. */
        public byte[] bytes() throws IOException {
            byte[] rewritten = content;
            return rewritten == null ? file.read() : rewritten;
        }
    }

    private HashedFiles(SortedMap<String, StaticFile> files, String urlPrefix) {
        this.files = files;
        this.urlPrefix = urlPrefix;
    }

    /** Hashes all these files; {@code urlPrefix} is where they are served, for references that begin with a slash. */
    public static HashedFiles of(SortedMap<String, StaticFile> files, String urlPrefix) throws IOException {
        HashedFiles all = new HashedFiles(files, urlPrefix);
        for (String name : files.keySet()) all.hash(name);
        return all;
    }

    /** The files by their original name. */
    public SortedMap<String, Hashed> byName() {
        return done;
    }

    /** References to files that are not there, each as {@code css/site.css refers to img/x.png}. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /** Original name to hashed name. */
    public SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        done.forEach((name, hashed) -> names.put(name, hashed.hashedName()));
        return names;
    }

    private Hashed hash(String name) throws IOException {
        Hashed known = done.get(name);
        if (known != null) return known;
        StaticFile file = files.get(name);
        if (file == null) throw new IllegalArgumentException(name);
        byte[] original = file.read();
        byte[] rewritten = null;
        // A file in work is referred to in a circle: there it is named by its own content alone.
        if (References.hasReferences(name) && inWork.add(name)) {
            rewritten = rewrite(name, original);
            inWork.remove(name);
        } else if (inWork.contains(name)) {
            return new Hashed(file, Hashing.name(name, Hashing.hash(original)), null);
        }
        byte[] content = rewritten == null ? original : rewritten;
        Hashed hashed = new Hashed(file, Hashing.name(name, Hashing.hash(content)), rewritten);
        done.put(name, hashed);
        return hashed;
    }

    private byte @Nullable [] rewrite(String name, byte[] original) throws IOException {
        String text = new String(original, StandardCharsets.UTF_8);
        Map<String, String> targets = new HashMap<>();
        for (String url : References.find(name, text)) {
            String target = target(name, url);
            if (target != null) targets.put(url, replacement(url, hash(target).hashedName()));
        }
        if (targets.isEmpty()) return null;
        return References.rewrite(name, text, targets::get).getBytes(StandardCharsets.UTF_8);
    }

    /** The name of the static file a reference leads to, or null to leave the reference alone. */
    private @Nullable String target(String name, String url) {
        String path = withoutSuffix(url);
        if (path.isEmpty() || path.startsWith("//") || path.matches("(?i)[a-z][a-z0-9+.-]*:.*")) return null;
        String target;
        if (path.startsWith("/")) {
            if (!path.startsWith(urlPrefix)) return null;
            target = path.substring(urlPrefix.length());
        } else {
            target = resolve(name.substring(0, name.lastIndexOf('/') + 1) + path);
        }
        if (files.containsKey(target)) return target;
        missing.add(name + " refers to " + url);
        return null;
    }

    private static String replacement(String url, String hashedName) {
        String path = withoutSuffix(url);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return folder + hashedName.substring(hashedName.lastIndexOf('/') + 1) + url.substring(path.length());
    }

    private static String withoutSuffix(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') return url.substring(0, i);
        }
        return url;
    }

    private static String resolve(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
