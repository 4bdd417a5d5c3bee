package quintet.core.internal;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the project's folder: the one with {@code pom.xml}, whatever the working directory is. */
public final class ProjectRoot {
    private ProjectRoot() {}

    /** Looks upwards from the class's folder or jar, then from the working directory; else the working directory. */
    public static Path find(Class<?> anchor) {
        String given = System.getProperty("quintet.project");
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        Path working = Path.of("").toAbsolutePath();
        Path fromCode = upwards(location(anchor));
        if (fromCode != null) {
            return fromCode;
        }
        Path fromWorking = upwards(working);
        return fromWorking == null ? working : fromWorking;
    }

    private static @Nullable Path location(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? null
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable Path upwards(@Nullable Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        return null;
    }
}
