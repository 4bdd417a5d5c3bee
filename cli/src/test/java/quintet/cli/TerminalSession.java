package quintet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command at a terminal of its own, which {@code script(1)} makes: it sees a person who types, and asks. */
final class TerminalSession implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;
    private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-9;?=>]*[a-zA-Z]|[=>]|\\][^\u0007]*\u0007)");

    private final Process process;
    private final OutputStream keyboard;
    private final StringBuilder screen = new StringBuilder();
    private int told;

    private TerminalSession(Process process) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        Thread.ofPlatform().daemon().name("screen").start(this::read);
    }

    /** Starts {@code ./manage} with these arguments. */
    static TerminalSession of(Generated project, String... arguments) throws IOException {
        String line = Arrays.stream(arguments).map(each -> "'" + each + "'").collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder(
                        "script", "-qefc", "stty cols 120 rows 40; exec ./manage " + line, "/dev/null")
                .directory(project.root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment()
                .keySet()
                .removeAll(List.of("LOG_FORMAT", "QUINTET_SETTINGS", "MAVEN_OPTS", "JAVA_TOOL_OPTIONS", "NO_COLOR"));
        return new TerminalSession(builder.start());
    }

    private void read() {
        byte[] bytes = new byte[4096];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                synchronized (screen) {
                    screen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
            }
        } catch (IOException e) {
            // The terminal is gone.
        }
        synchronized (screen) {
            screen.append("\n(end)");
            screen.notifyAll();
        }
    }

    /** Waits for a text behind what was waited for before. */
    void await(String text) throws InterruptedException {
        await(Pattern.compile(Pattern.quote(text)));
    }

    /** Waits for a text behind what was waited for before. */
    Matcher await(Pattern pattern) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        synchronized (screen) {
            while (true) {
                String plain = plain();
                Matcher matcher = pattern.matcher(plain);
                if (matcher.find(Math.min(told, plain.length()))) {
                    told = matcher.end();
                    return matcher;
                }
                long rest = deadline - System.nanoTime();
                if (rest <= 0 || plain.endsWith("(end)")) {
                    throw new AssertionError("No '" + pattern + "' in:\n" + plain);
                }
                TimeUnit.NANOSECONDS.timedWait(screen, Math.min(rest, TimeUnit.SECONDS.toNanos(1)));
            }
        }
    }

    private String plain() {
        return ESCAPES.matcher(screen).replaceAll("").replace("\r", "");
    }

    /** All that was printed, without colours and movements. */
    String seen() {
        synchronized (screen) {
            return plain();
        }
    }

    /** Types: {@code \r} is the return key. */
    void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** The processes of the command itself, from {@code ./manage} downwards. */
    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end:\n" + seen());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
