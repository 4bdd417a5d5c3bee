package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells whether some files changed since it was last asked. */
final class Stamps {
    /** Editors empty a file before they write it. */
    private static final long QUIET_MILLIS = 20;

    private String last = "";

    /** Whether one of these was written, made or deleted since the last call; false at the first. Waits for their writer. */
    boolean changed(List<Path> files) throws IOException {
        String text = text(files);
        boolean changed = !last.isEmpty() && !last.equals(text);
        while (changed && !last.equals(text)) {
            last = text;
            try {
                TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
            text = text(files);
        }
        last = text;
        return changed;
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder now = new StringBuilder(".");
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                now.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
            }
        }
        return now.toString();
    }

    /** The files of a project's environment: {@code .env} and those of its profiles. */
    static List<Path> environment(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(root, ".env*")) {
            files.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
