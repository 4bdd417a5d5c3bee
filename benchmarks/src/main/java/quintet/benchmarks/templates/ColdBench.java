package quintet.benchmarks.templates;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quintet.benchmarks.Quartiles;
import quintet.templates.Engine;
import quintet.templates.Executor;

/**
 * {@code bin/bench templates cold}: what a template costs the first time, each run in a Java process of its own. First the
 * stocks page from nothing to its output (engine, template, render), then two hundred templates that differ, one after the
 * other.
 */
final class ColdBench {
    private static final int RUNS = 9;
    private static final int DISTINCT = 200;
    private static final List<String> ENGINES = List.of("quintet", "pebble", "qute", "freemarker", "thymeleaf");

    private ColdBench() {}

    static void run(List<String> args) throws IOException {
        List<String> engines = args.isEmpty() ? ENGINES : args;
        System.out.printf("%d fresh processes each, milliseconds of processor time: median (quartiles)%n", RUNS);
        for (String engine : engines) {
            double[] first = new double[RUNS];
            double[] further = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                String[] figures = child(engine).strip().split(" ");
                first[i] = Double.parseDouble(figures[0]);
                further[i] = figures.length > 1 ? Double.parseDouble(figures[1]) : 0;
            }
            System.out.printf("  %-12s first page %s%n", engine, Quartiles.of(first));
            if (further[0] > 0) {
                System.out.printf("  %-12s each of %d more %s%n", engine, DISTINCT, Quartiles.of(further));
            }
        }
    }

    private static String child(String engine) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ColdBench.class.getName(),
                engine);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Nanoseconds that this thread has run: what passes on a machine with nothing else to do. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The process that measures: prints the milliseconds of the first page and, for Quintet, of each further one. */
    public static void main(String[] args) throws Exception {
        Body body = new Body();
        // The data is there before: only the engine's own first time counts.
        List<Models.Stock> stocks = Pages.STOCK_LIST;
        List<String> sources = new ArrayList<>();
        String source = Files.read("django/stocks.html");
        for (int i = 0; i < DISTINCT; i++) {
            sources.add(source.replace("item", "item" + i).replace("minus", "minus" + i));
        }
        processorTime();
        long begin = processorTime();
        // not through the table of engines, which loads parts of all of them
        Contender contender = args[0].equals("quintet")
                ? new QuintetPages("Quintet", Executor.ADAPTIVE)
                : Engines.all(Path.of(""), List.of(args[0])).getLast();
        contender.page(Pages.STOCKS).render(body);
        double first = (processorTime() - begin) / 1e6;
        if (!args[0].equals("quintet")) {
            System.out.println(first);
            return;
        }
        Engine engine = Engine.builder().build();
        begin = processorTime();
        for (int i = 0; i < DISTINCT; i++) {
            engine.from(sources.get(i)).render(Map.of("items", stocks));
        }
        System.out.printf(Locale.ROOT, "%f %f%n", first, (processorTime() - begin) / 1e6 / DISTINCT);
    }
}
