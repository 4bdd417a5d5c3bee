package quintet.http.internal.statics;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;

/** Gathers all static files in one folder, for a web server or a CDN: Django's collectstatic. */
@CommandLine.Command(description = "Collects the static files of the project and its apps in StaticFiles.root().")
public final class CollectStatic extends Command {
    @SuppressWarnings("UnusedVariable") // accepted for scripts written for Django
    @CommandLine.Option(
            names = {"--noinput", "--no-input"},
            description = "Never asks; nothing is asked anyway.")
    private boolean noInput;

    @CommandLine.Option(
            names = {"-c", "--clear"},
            description = "Empties the folder first.")
    private boolean clear;

    @CommandLine.Option(
            names = {"-l", "--link"},
            description = "Makes symbolic links instead of copies.")
    private boolean link;

    @CommandLine.Option(
            names = {"-n", "--dry-run"},
            description = "Only says what would be done.")
    private boolean dryRun;

    @CommandLine.Option(names = "--no-post-process", description = "Makes no hashed names.")
    private boolean noPostProcess;

    @CommandLine.Option(
            names = {"-i", "--ignore"},
            description = "Leaves out names that match this pattern, such as *.scss.")
    private List<String> ignore = List.of();

    private int copied;
    private int unmodified;

    @Override
    protected void handle() throws IOException {
        StaticIndex index = site().service(StaticIndex.class);
        Path root = index.collected()
                .orElseThrow(() -> new CommandError("There is no folder to collect static files in: add "
                        + ".with(StaticFiles.defaults().root(Path.of(\"staticfiles\"))) to the settings."));
        if (clear && !dryRun) empty(root);
        SortedMap<String, StaticFile> files = index.sources().all();
        files.keySet().removeIf(this::isIgnored);
        for (StaticFile file : files.values()) collect(file, root.resolve(file.name()));
        int processed = index.settings().hashed() && !noPostProcess ? hash(index, files, root) : 0;
        report(root, processed);
    }

    private boolean isIgnored(String name) {
        Path path = Path.of(name);
        for (String pattern : ignore) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            if (matcher.matches(path) || matcher.matches(path.getFileName())) return true;
        }
        return false;
    }

    private void collect(StaticFile file, Path target) throws IOException {
        boolean newest = Files.exists(target)
                && !file.modified().isAfter(Files.getLastModifiedTime(target).toInstant())
                && Files.isSymbolicLink(target) == link;
        if (newest) {
            unmodified++;
            return;
        }
        copied++;
        if (dryRun) {
            out().println("Would copy " + file.place());
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (link && file instanceof StaticFile.OnDisk onDisk) {
            Files.createSymbolicLink(target, onDisk.path().toAbsolutePath());
        } else {
            write(target, file.read());
            Files.setLastModifiedTime(target, FileTime.from(file.modified()));
        }
    }

    private int hash(StaticIndex index, SortedMap<String, StaticFile> files, Path root) throws IOException {
        HashedFiles hashed = HashedFiles.of(files, index.settings().url());
        if (!hashed.missing().isEmpty()) {
            throw new CommandError(
                    "These references lead to files that are not there; correct them or add the files:\n  "
                            + String.join("\n  ", hashed.missing()));
        }
        if (dryRun) return hashed.byName().size();
        for (HashedFiles.Hashed file : hashed.byName().values()) {
            Path target = root.resolve(file.hashedName());
            if (!Files.exists(target)) write(target, file.bytes());
        }
        Files.writeString(root.resolve(Manifest.FILE), Manifest.format(hashed.names()));
        return hashed.byName().size();
    }

    /** Through a neighbour that is then moved, so that a running server never sees half a file. */
    private static void write(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(target.getFileName() + ".part");
        Files.write(half, bytes);
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void empty(Path root) throws IOException {
        if (!Files.isDirectory(root)) return;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root)) Files.delete(path);
            }
        }
    }

    private void report(Path root, int processed) {
        String what = copied == 1 ? " static file " : " static files ";
        StringBuilder line = new StringBuilder("\n").append(copied).append(what).append(link ? "symlinked" : "copied");
        line.append(" to '").append(root).append("'");
        if (unmodified > 0) line.append(", ").append(unmodified).append(" unmodified");
        if (processed > 0) line.append(", ").append(processed).append(" post-processed");
        out().println(line.append('.'));
    }
}
