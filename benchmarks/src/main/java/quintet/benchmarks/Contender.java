package quintet.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server under measurement, in a Java process of its own so that neither its code profile nor its heap is shared. */
final class Contender implements AutoCloseable {
    private final String name;
    private final Process process;
    private final int port;

    private Contender(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /** Starts the named one of {@link Contenders} and waits for its port. */
    static Contender start(String name) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Contenders.class.getName(),
                name);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) throw new IOException("The contender " + name + " did not start");
        return new Contender(name, process, Integer.parseInt(line.trim()));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Processor time the process has used so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
