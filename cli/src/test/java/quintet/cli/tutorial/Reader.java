package quintet.cli.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what the tutorial says, as a reader would: writes the files, runs the commands, looks at what they print. */
final class Reader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String SERVER = "./manage runserver";

    private final Path home;
    private final int port = freePort();
    private Path here;
    private @Nullable Process server;

    /** Starts in a clone of Quintet; what is {@code ~} in the text is this folder. */
    Reader(Path clone, Path home) {
        this.here = clone;
        this.home = home;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void follow(Page page) throws IOException, InterruptedException {
        for (Page.Step step : page.steps()) {
            String[] marker = step.marker().split(":\\s*", 2);
            switch (marker[0]) {
                case "file" -> write(marker[1], step);
                case "shows" -> look(marker[1], step);
                case "run" -> run(step, true);
                case "run fails" -> run(step, false);
                default -> throw new AssertionError(step.where() + ": unknown comment: " + step.marker());
            }
        }
    }

    private void write(String path, Page.Step step) throws IOException {
        Path file = here.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, step.text());
    }

    private void look(String path, Page.Step step) throws IOException {
        List<String> lines =
                Files.readString(here.resolve(path)).lines().map(String::strip).toList();
        List<String> wanted = step.lines().stream().map(String::strip).toList();
        assertThat(lines).as(step.where() + ", what " + path + " shows").containsSubsequence(wanted);
    }

    /** Commands with the lines that follow each. */
    private void run(Page.Step step, boolean succeeds) throws IOException, InterruptedException {
        List<String> lines = step.lines();
        for (int i = 0; i < lines.size(); ) {
            String command = lines.get(i);
            if (!command.startsWith("$ ")) {
                throw new AssertionError(step.where() + ": a command begins with '$ ', not: " + command);
            }
            List<String> wanted = new ArrayList<>();
            for (i++; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
                wanted.add(own(lines.get(i)).strip());
            }
            run(step, own(command.substring(2)), wanted, succeeds);
        }
    }

    /** The text with this reader's folder and port. */
    private String own(String text) {
        return text.replace("~/", home + "/").replace(":8000", ":" + port);
    }

    private void run(Page.Step step, String command, List<String> wanted, boolean succeeds)
            throws IOException, InterruptedException {
        if (command.startsWith("cd ")) {
            here = Path.of(command.substring(3).strip());
        } else if (command.equals(SERVER)) {
            serve(step, wanted);
        } else {
            Path printed = Files.createTempFile(home, "printed", ".txt");
            Process process = start(command, printed);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                end(process);
                throw new AssertionError(
                        step.where() + ": does not end: " + command + "\n" + Files.readString(printed));
            }
            String output = Files.readString(printed);
            Files.delete(printed);
            assertThat(process.exitValue() == 0)
                    .as(step.where() + ": $ " + command + "\nended with " + process.exitValue() + ":\n" + output)
                    .isEqualTo(succeeds);
            compare(step, command, wanted, output);
        }
    }

    private static void compare(Page.Step step, String command, List<String> wanted, String output) {
        int at = 0;
        for (String line : wanted) {
            int found = output.indexOf(line, at);
            assertThat(found)
                    .as(step.where() + ": $ " + command + "\nshould print, after what stands above it:\n" + line
                            + "\nbut printed:\n" + output)
                    .isGreaterThanOrEqualTo(0);
            at = found + line.length();
        }
    }

    private void serve(Page.Step step, List<String> wanted) throws IOException, InterruptedException {
        Path log = home.resolve("runserver.log");
        server = start(SERVER + " " + port, log);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.stream().allMatch(read(log)::contains)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(step.where() + ": the server did not start:\n" + read(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Process start(String command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(output.toFile());
        return builder.start();
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        if (server != null) {
            end(server);
        }
    }
}
