package quintet.dev.internal.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is watched, and what a change of it asks for. */
final class Watched {
    /** From the least to the most. */
    enum Effect {
        /** Nothing but a look at the sources. */
        NONE,
        /** Open pages should be loaded again: the file is read anew for each request. */
        REFRESH,
        /** The site reads the file when it opens. */
        RESTART
    }

    private static final Set<String> READ_ANEW = Set.of("templates", "static", "fixtures", "jinja2");

    private Watched() {}

    /** The folders to watch, and the root for its own files alone. */
    static List<Path> folders(Build project) {
        List<Path> folders = new ArrayList<>(project.sources());
        folders.addAll(project.resources());
        return folders;
    }

    /** What these changes ask for; sources are looked at anyway. */
    static Effect effect(Set<Path> files, Build project) {
        Effect most = Effect.NONE;
        for (Path file : files) {
            Effect effect = effect(file, project);
            if (effect.compareTo(most) > 0) {
                most = effect;
            }
        }
        return most;
    }

    private static Effect effect(Path file, Build project) {
        if (isOfAnEditor(String.valueOf(file.getFileName()))) {
            return Effect.NONE;
        }
        for (Path root : project.resources()) {
            if (file.startsWith(root)) {
                for (Path part : root.relativize(file)) {
                    if (READ_ANEW.contains(part.toString())) {
                        return Effect.REFRESH;
                    }
                }
                return Effect.RESTART;
            }
        }
        return Effect.NONE;
    }

    /** Editors leave such files beside those they write. */
    private static boolean isOfAnEditor(String name) {
        return name.startsWith(".")
                || name.startsWith("#")
                || name.endsWith("~")
                || name.endsWith(".swp")
                || name.endsWith(".swx")
                || name.endsWith("___jb_tmp___")
                || name.endsWith("___jb_old___")
                || name.equals("4913");
    }

    /** A file that made a restart necessary, for a message. */
    static String name(Set<Path> files, Build project) {
        return files.stream()
                .filter(file -> effect(file, project) == Effect.RESTART)
                .findFirst()
                .map(file -> file.startsWith(project.root())
                        ? project.root().relativize(file).toString()
                        : file.toString())
                .orElse("a resource");
    }
}
