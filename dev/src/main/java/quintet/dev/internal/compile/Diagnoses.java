package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import quintet.dev.Diagnosis;

/** Makes readable diagnoses of javac's. */
final class Diagnoses {
    private static final int TAB = 8;

    private Diagnoses() {}

    /**
     * Errors first as javac gives them; none at all when the compilation succeeded. Errors in generated sources come from
     * one in a source that somebody wrote; they are told only when there is no such error.
     */
    static List<Diagnosis> of(Hints said, boolean failed, Path generated) {
        List<Diagnosis> found = new ArrayList<>();
        if (failed) {
            for (Diagnostic<? extends JavaFileObject> diagnostic : List.copyOf(said.diagnostics())) {
                if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                    found.add(of(diagnostic, said.of(diagnostic)));
                }
            }
            if (found.isEmpty()) {
                found.add(new Diagnosis(null, 0, 0, "The compiler failed without saying why.", "", "", true));
            }
        }
        if (found.stream().anyMatch(one -> one.isError() && !isBelow(generated, one))) {
            found.removeIf(one -> isBelow(generated, one));
        }
        return found;
    }

    private static boolean isBelow(Path folder, Diagnosis one) {
        return one.file() != null && one.file().startsWith(folder);
    }

    private static Diagnosis of(Diagnostic<? extends JavaFileObject> diagnostic, String hint) {
        JavaFileObject source = diagnostic.getSource();
        Path file = source == null ? null : TrackingFileManager.path(source);
        long line = Math.max(0, diagnostic.getLineNumber());
        return new Diagnosis(
                file,
                line,
                Math.max(0, diagnostic.getColumnNumber()),
                diagnostic.getMessage(Locale.ENGLISH),
                line(file, line),
                hint,
                diagnostic.getKind() == Diagnostic.Kind.ERROR);
    }

    private static String line(@Nullable Path file, long number) {
        if (file == null || number < 1) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return number <= lines.size() ? withoutTabs(lines.get((int) number - 1)) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The compiler counts a tab as the way to the next multiple of eight; so the caret stands where it belongs. */
    private static String withoutTabs(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                text.repeat(' ', TAB - text.length() % TAB);
            } else {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
