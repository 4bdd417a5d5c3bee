package quintet.http.internal.statics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quintet.core.ImproperlyConfigured;
import quintet.core.Json;

/** The file {@code staticfiles.json} beside collected files: which hashed name belongs to which name. Django's format, both ways. */
public final class Manifest {
    /** The name of the file. */
    public static final String FILE = "staticfiles.json";

    private static final String VERSION = "1.1";

    private Manifest() {}

    /** The manifest in this folder, if there is one. */
    public static Optional<SortedMap<String, String>> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (IOException | IllegalArgumentException x) {
            throw new ImproperlyConfigured("The static files manifest " + file + " can not be read (" + x.getMessage()
                    + "): run collectstatic again.");
        }
    }

    /** Original names and hashed names from the text of a manifest. */
    public static SortedMap<String, String> parse(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> manifest) || !(manifest.get("paths") instanceof Map<?, ?> paths)) {
            throw new IllegalArgumentException("no \"paths\" in it");
        }
        Object version = manifest.get("version");
        if (!"1.0".equals(version) && !VERSION.equals(version)) {
            throw new IllegalArgumentException("version " + version + " is unknown");
        }
        SortedMap<String, String> names = new TreeMap<>();
        paths.forEach((name, hashed) -> names.put((String) name, (String) hashed));
        return names;
    }

    /** The text of a manifest. */
    public static String format(SortedMap<String, String> names) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("paths", names);
        manifest.put("version", VERSION);
        manifest.put("hash", hash(names));
        return Json.write(manifest, Json.Style.SPACED_ASCII);
    }

    /** The hash of all entries together. */
    public static String hash(SortedMap<String, String> names) {
        List<List<String>> pairs = names.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        return Hashing.hash(Json.write(pairs, Json.Style.SPACED_ASCII));
    }
}
