package quintet.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code bin/bench reload [ROUNDS [PAUSE_SECONDS]]}: how long it takes from saving a file to the page that shows it. */
final class ReloadBench {
    private ReloadBench() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int pause = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        Path folder = Files.createTempDirectory("quintet-reload");
        try {
            measure(folder, rounds, pause);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void measure(Path folder, int rounds, int pause) throws IOException, InterruptedException {
        BigProject project = BigProject.in(folder);
        Edits edits = new Edits(project);
        List<Supplier<Edits.Edit>> kinds = List.of(
                () -> edits.body("03"),
                () -> edits.newMethod("04"),
                edits::constant,
                () -> edits.signature("05"),
                () -> edits.newClass("06"),
                () -> edits.renamedField("08"),
                () -> broken(edits),
                edits::template,
                edits::settings,
                () -> edits.pom("21"));
        DevServerOptions options = DevServerOptions.defaults().at("127.0.0.1", 0);
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, List<Long>> times = new LinkedHashMap<>();
        try (DevServer server = DevServer.of(DevProject.open(folder), options, nowhere)) {
            server.start();
            Browser browser = new Browser(server.address());
            for (int round = 0; round < rounds; round++) {
                for (Supplier<Edits.Edit> kind : kinds) {
                    TimeUnit.SECONDS.sleep(pause);
                    Edits.Edit edit = kind.get();
                    edit.change().run();
                    times.computeIfAbsent(edit.name(), name -> new ArrayList<>())
                            .add(browser.await(edit));
                }
            }
        }
        report(times, rounds, pause);
    }

    private static Edits.Edit broken(Edits edits) {
        edits.breakSyntax("09");
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return edits.repaired("09");
    }

    private static void report(Map<String, List<Long>> times, int rounds, int pause) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                Locale.ROOT,
                "100 classes, %d rounds, %d s between edits, %d processors, load average %.1f%n",
                rounds,
                pause,
                Runtime.getRuntime().availableProcessors(),
                load);
        System.out.printf("%-26s %9s %9s %9s%n", "from saving to the page", "p50 ms", "p95 ms", "worst ms");
        times.forEach((name, all) -> {
            Collections.sort(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %9.0f %9.0f %9.0f%n",
                    name,
                    millis(all, 0.5),
                    millis(all, 0.95),
                    millis(all, 1));
        });
    }

    private static double millis(List<Long> sorted, double part) {
        int at = (int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1);
        return sorted.get(Math.max(0, at)) / 1_000_000.0;
    }
}
