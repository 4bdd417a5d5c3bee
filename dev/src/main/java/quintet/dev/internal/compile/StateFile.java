package quintet.dev.internal.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import quintet.dev.internal.Digest;

/** Keeps a {@link BuildState} from one run to the next, under a key of all that it depends on beside the sources. */
final class StateFile {
    private static final String FORMAT = "3";

    private StateFile() {}

    /** Changes with the flags, the class path, the processors and the Java. */
    static String key(CompilerOptions options) throws IOException {
        Digest digest = new Digest().add(FORMAT).add(Runtime.version().toString());
        options.options().forEach(digest::add);
        for (Path path : options.classPath()) {
            stamp(digest.add("class path"), path);
        }
        for (Path path : options.processorPath()) {
            stamp(digest.add("processor path"), path);
        }
        options.sourceRoots().forEach(root -> digest.add(root.toString()));
        return digest.toString();
    }

    private static void stamp(Digest digest, Path path) throws IOException {
        digest.add(path.toString());
        if (Files.isRegularFile(path)) {
            digest.add(Files.size(path) + " " + Files.getLastModifiedTime(path));
        } else if (Files.isRegularFile(api(path))) {
            digest.add(Files.readAllBytes(api(path)));
        }
    }

    /** A file beside the output with a digest of all that others can compile against. */
    private static Path api(Path output) {
        return output.resolveSibling(output.getFileName() + ".api");
    }

    /** Keeps what others can compile against. */
    static void writeApi(Path output, BuildState state) throws IOException {
        Digest digest = new Digest();
        state.shapes().stream()
                .sorted(Comparator.comparing(ClassShape::name))
                .forEach(shape -> digest.add(shape.api()).add(String.join("\n", new TreeSet<>(shape.constants()))));
        Files.writeString(api(output), digest.toString());
    }

    /** The state that was kept under this key; an empty one when there is none, or when a class file is gone. */
    static BuildState read(Path file, String key, CompilerOptions options) throws IOException {
        BuildState state = new BuildState();
        if (!Files.isRegularFile(file)) {
            return state;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(key)) {
                return state;
            }
            read(in, state);
        } catch (IOException e) {
            // Cut short or of another version: all is compiled anew.
            return new BuildState();
        }
        for (ClassShape shape : state.shapes()) {
            if (!Files.isRegularFile(options.output().resolve(shape.name() + ".class"))) {
                return new BuildState();
            }
        }
        return state;
    }

    private static void read(DataInputStream in, BuildState state) throws IOException {
        state.aggregating(in.readBoolean());
        for (int count = in.readInt(); count > 0; count--) {
            Path source = Path.of(in.readUTF());
            FileTime modified = FileTime.from(in.readLong(), TimeUnit.NANOSECONDS);
            state.learn(source, new BuildState.Stamp(modified, in.readLong()), readNames(in));
        }
        Map<Path, Path> generated = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            generated.put(Path.of(in.readUTF()), Path.of(in.readUTF()));
        }
        Map<String, ClassShape> shapes = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            String name = in.readUTF();
            shapes.put(
                    name,
                    new ClassShape(
                            name,
                            readNames(in),
                            in.readBoolean(),
                            in.readUTF(),
                            in.readUTF(),
                            readNames(in),
                            in.readUTF(),
                            readNames(in)));
        }
        state.learn(shapes, generated);
        state.fail(readPaths(in));
    }

    /** Keeps a state; the old one stands until the new one is complete. */
    static void write(Path file, String key, BuildState state) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.writeUTF(key);
            out.writeBoolean(state.isAggregating());
            out.writeInt(state.sources().size());
            for (Map.Entry<Path, BuildState.Known> source : state.sources().entrySet()) {
                out.writeUTF(source.getKey().toString());
                out.writeLong(source.getValue().stamp().modified().to(TimeUnit.NANOSECONDS));
                out.writeLong(source.getValue().stamp().size());
                writeNames(out, source.getValue().classes());
            }
            out.writeInt(state.generatedFrom().size());
            for (Map.Entry<Path, Path> generated : state.generatedFrom().entrySet()) {
                out.writeUTF(generated.getKey().toString());
                out.writeUTF(generated.getValue().toString());
            }
            out.writeInt(state.shapes().size());
            for (ClassShape shape : state.shapes()) {
                write(out, shape);
            }
            out.writeInt(state.failed().size());
            for (Path path : state.failed()) {
                out.writeUTF(path.toString());
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, ClassShape shape) throws IOException {
        out.writeUTF(shape.name());
        writeNames(out, shape.parents());
        out.writeBoolean(shape.isAbstract());
        out.writeUTF(shape.bytes());
        out.writeUTF(shape.api());
        writeNames(out, shape.constants());
        out.writeUTF(shape.schema());
        writeNames(out, shape.references());
    }

    private static void writeNames(DataOutputStream out, Set<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private static Set<String> readNames(DataInputStream in) throws IOException {
        Set<String> names = new HashSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            names.add(in.readUTF());
        }
        return names;
    }

    private static Set<Path> readPaths(DataInputStream in) throws IOException {
        Set<Path> paths = new HashSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            paths.add(Path.of(in.readUTF()));
        }
        return paths;
    }
}
