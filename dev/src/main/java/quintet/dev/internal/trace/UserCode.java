package quintet.dev.internal.trace;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;

/** Tells the project's own classes from those of libraries, and where classes come from. */
public final class UserCode {
    private final Path root;
    private final ClassLoader loader;
    private final Map<Class<?>, Boolean> own = new ConcurrentHashMap<>();

    /** The code of a site's project: what was compiled below its folder. */
    public UserCode(Site site) {
        root = real(site.root());
        loader = site.classLoader();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The project's folder, with symbolic links followed. */
    public Path root() {
        return root;
    }

    /** Whether the project's developer wrote this class; companions such as {@code Book_} are generated. */
    public boolean isOwn(Class<?> type) {
        return own.computeIfAbsent(type, this::look);
    }

    private boolean look(Class<?> type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        boolean generated = (nested < 0 ? name : name.substring(0, nested)).endsWith("_");
        if (generated || name.startsWith("quintet.") || name.startsWith("java.")) {
            return false;
        }
        Path location = location(type);
        return location != null && location.startsWith(root);
    }

    /** A class by its name, not initialised; null if it cannot be found by name, as a lambda's. */
    public @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The folder or jar a class was loaded from; null for those of the JDK. */
    public @Nullable Path location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            return real(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    /** The place in the project's code that led here; null if there is none on this thread's stack. */
    public @Nullable Place here() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> isOwn(frame.getDeclaringClass()))
                        .findFirst()
                        .map(frame -> new Place(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber())))
                .orElse(null);
    }

    /** A line of Java code. */
    public record Place(
            String className, String method, @Nullable String file, int line) {
        /** The source's path below its folder and the line, such as {@code polls/Views.java:42}. */
        public String path() {
            int dot = className.lastIndexOf('.');
            return (dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/')) + this;
        }

        /** File and line, such as {@code Views.java:42}. */
        @Override
        public String toString() {
            return (file == null ? className : file) + (line > 0 ? ":" + line : "");
        }
    }
}
