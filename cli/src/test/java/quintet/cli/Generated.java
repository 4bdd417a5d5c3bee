package quintet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import quintet.core.Terminal;

/** A project made by startproject, and its commands run as a user does. */
final class Generated {
    private static final long LIMIT_SECONDS = 300;

    private final Path root;

    private Generated(Path root) {
        this.root = root;
    }

    /** What a command printed, and its exit code. */
    record Result(int code, String out, String err) {
        /** Both outputs. */
        String all() {
            return out + err;
        }
    }

    /** Makes a project in a folder. */
    static Generated in(Path folder, String name, String... options) throws IOException {
        List<String> line = new ArrayList<>(
                List.of("startproject", name, folder.resolve(name).toString()));
        line.addAll(Arrays.asList(options));
        Result made = quintet(line.toArray(String[]::new));
        if (made.code() != 0) {
            throw new AssertionError(made.all());
        }
        Generated project = new Generated(folder.resolve(name));
        project.write(".mvn/maven.config", "-Dmaven.repo.local=" + Artifacts.repository() + "\n");
        return project;
    }

    /** Runs the global command in this process. */
    static Result quintet(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = QuintetCli.call(Terminal.of(new PrintWriter(out), new PrintWriter(err)), args);
        return new Result(code, out.toString(), err.toString());
    }

    Path root() {
        return root;
    }

    Path file(String path) {
        return root.resolve(path);
    }

    void write(String path, String text) throws IOException {
        Path file = file(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    String read(String path) throws IOException {
        return Files.readString(file(path));
    }

    void replace(String path, String old, String with) throws IOException {
        String text = read(path);
        if (!text.contains(old)) {
            throw new AssertionError(path + " has no " + old);
        }
        write(path, text.replace(old, with));
    }

    /** Runs {@code ./manage} in the project's folder. */
    Result manage(String... args) throws IOException, InterruptedException {
        return run(Map.of(), "", prefixed("./manage", args));
    }

    /** Runs {@code ./manage} with variables in the environment and with input. */
    Result manage(Map<String, String> environment, String input, String... args)
            throws IOException, InterruptedException {
        return run(environment, input, prefixed("./manage", args));
    }

    private static List<String> prefixed(String first, String... args) {
        List<String> command = new ArrayList<>(List.of(first));
        command.addAll(Arrays.asList(args));
        return command;
    }

    /** Runs a command in the project's folder. */
    Result run(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Path in = Files.createTempFile("in", ".txt");
        Files.writeString(in, input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .keySet()
                .removeAll(List.of("LOG_FORMAT", "QUINTET_SETTINGS", "MAVEN_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end: " + Files.readString(out) + Files.readString(err));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
            Files.delete(in);
        }
    }
}
