package quintet.dev.internal.compile;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps class files in memory until a compilation has succeeded, and remembers which source each class and each generated
 * source comes from.
 */
final class TrackingFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {
    /** A class file: its bytes and the source it comes from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Output(String binaryName, byte[] bytes, @Nullable Path source) {}

    private final Map<String, Output> classes = new LinkedHashMap<>();
    private final Map<Path, Path> generatedFrom = new LinkedHashMap<>();
    private final ClassLoader processors;
    private boolean aggregating;

    /**
     * Around another one, which is not closed with it.
     *
     * @param processors loads the annotation processors
     */
    TrackingFileManager(StandardJavaFileManager delegate, ClassLoader processors) {
        super(delegate);
        this.processors = processors;
    }

    @Override
    public ClassLoader getClassLoader(JavaFileManager.Location location) {
        return location == StandardLocation.ANNOTATION_PROCESSOR_PATH ? processors : super.getClassLoader(location);
    }

    @Override
    public <S> ServiceLoader<S> getServiceLoader(JavaFileManager.Location location, Class<S> service) {
        return ServiceLoader.load(service, processors);
    }

    @Override
    public void close() {
        // The delegate serves the next compilation.
    }

    /** The class files of the last compilation by binary name. */
    Map<String, Output> classes() {
        return classes;
    }

    /** Generated source to the source that gave rise to it. */
    Map<Path, Path> generatedFrom() {
        return generatedFrom;
    }

    /** Whether a processor wrote a file that does not come from exactly one source. */
    boolean isAggregating() {
        return aggregating;
    }

    @Override
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject... origins)
            throws IOException {
        aggregating |= origins.length != 1 && kind == JavaFileObject.Kind.SOURCE;
        return getJavaFileForOutput(location, name, kind, origins.length == 0 ? null : origins[0]);
    }

    @Override
    public FileObject getFileForOutputForOriginatingFiles(
            JavaFileManager.Location location, String packageName, String name, FileObject... origins)
            throws IOException {
        aggregating = true;
        return super.getFileForOutputForOriginatingFiles(location, packageName, name, origins);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling)
            throws IOException {
        if (kind != JavaFileObject.Kind.CLASS) {
            JavaFileObject file = super.getJavaFileForOutput(location, name, kind, sibling);
            Path origin = sibling == null ? null : path(sibling);
            Path target = path(file);
            if (origin != null && target != null) {
                generatedFrom.put(target, origin);
            }
            return file;
        }
        return new InMemory(name, sibling == null ? null : path(sibling));
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    static @Nullable Path path(FileObject file) {
        try {
            return "file".equals(file.toUri().getScheme()) ? Path.of(file.toUri()) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private final class InMemory extends SimpleJavaFileObject {
        private final String binaryName;
        private final @Nullable Path source;

        InMemory(String binaryName, @Nullable Path source) {
            super(URI.create("mem:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.binaryName = binaryName;
            this.source = source;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            return new FilterOutputStream(bytes) {
                @Override
                public void close() {
                    classes.put(binaryName, new Output(binaryName, bytes.toByteArray(), source));
                }
            };
        }
    }
}
