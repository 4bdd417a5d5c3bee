package quintet.benchmarks.templates;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quintet.benchmarks.Quartiles;

/**
 * {@code bin/bench templates [SECONDS] [NAME ...]}: all engines on all pages in one Java process. After an equal warm-up
 * each engine takes turns with the hand-written code in short slices; the figure is the median of the ratios of such pairs.
 * Time is processor time of the one thread that renders.
 */
public final class TemplatesBench {
    private static final int ROUNDS = 41;
    private static final int WARM_UPS = 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private TemplatesBench() {}

    /** An engine on a page, with what its slices gave. */
    private static final class Lane {
        private final String name;
        private final Contender.Rendering rendering;
        private final Body body = new Body();
        private final double[] nanos = new double[ROUNDS];
        private final double[] ratios = new double[ROUNDS];
        private double bytes;

        Lane(String name, Contender.Rendering rendering) {
            this.name = name;
            this.rendering = rendering;
        }

        byte[] output() throws Exception {
            body.keep();
            rendering.render(body);
            return body.taken();
        }

        /** Nanoseconds of processor time a render, over a slice. */
        double slice(long length) throws Exception {
            long before = THREADS.getCurrentThreadCpuTime();
            long end = System.nanoTime() + length;
            long count = 0;
            do {
                for (int i = 0; i < 4; i++) rendering.render(body);
                count += 4;
            } while (System.nanoTime() < end);
            return (THREADS.getCurrentThreadCpuTime() - before) / (double) count;
        }

        /** Bytes allocated by a render. */
        double allocated() throws Exception {
            int count = 50;
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < count; i++) rendering.render(body);
            return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) count;
        }
    }

    /** Runs it. */
    public static void run(List<String> args) throws Exception {
        List<String> rest = new ArrayList<>(args);
        if (!rest.isEmpty() && rest.getFirst().equals("cold")) {
            ColdBench.run(rest.subList(1, rest.size()));
            return;
        }
        double seconds =
                !rest.isEmpty() && rest.getFirst().matches("[0-9.]+") ? Double.parseDouble(rest.removeFirst()) : 120;
        Path folder = java.nio.file.Files.createTempDirectory("bench-templates");
        List<Contender> engines = Engines.all(folder, rest);
        List<Pages> pages = List.of(Pages.values());
        List<List<Lane>> lanes = new ArrayList<>();
        for (Pages page : pages) {
            List<Lane> some = new ArrayList<>();
            for (Contender engine : engines) some.add(new Lane(engine.name(), engine.page(page)));
            check(page, some);
            lanes.add(some);
        }
        long slice = (long) (seconds * 1e9 / pages.size() / engines.size() / (2 * ROUNDS + WARM_UPS));
        for (int i = 0; i < WARM_UPS; i++) {
            for (List<Lane> some : lanes) {
                for (Lane lane : some) lane.slice(slice);
            }
        }
        for (int i = 0; i < pages.size(); i++) measure(pages.get(i), lanes.get(i), slice);
    }

    private static void measure(Pages page, List<Lane> lanes, long slice) throws Exception {
        Lane limit = lanes.getFirst();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < lanes.size(); i++) {
                Lane lane = lanes.get((i + round) % lanes.size());
                double floor = limit.slice(slice);
                lane.nanos[round] = lane.slice(slice);
                lane.ratios[round] = lane.nanos[round] / floor;
            }
        }
        for (Lane lane : lanes) lane.bytes = lane.allocated();
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d bytes of output, %d pairs of slices of %.1f ms%n",
                page.file(),
                limit.output().length,
                ROUNDS,
                slice / 1e6);
        for (Lane lane : lanes) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-22s %9.2f us   %s x   %9.0f bytes allocated%n",
                    lane.name,
                    Quartiles.of(lane.nanos).median() / 1000,
                    Quartiles.of(lane.ratios),
                    lane.bytes);
        }
    }

    /** All engines must show the same page; they may differ in how they write quotes and in space between tags. */
    private static void check(Pages page, List<Lane> lanes) throws Exception {
        String wanted = normal(lanes.getFirst().output());
        for (Lane lane : lanes) {
            String given = normal(lane.output());
            if (!given.equals(wanted)) {
                int at = 0;
                while (at < Math.min(given.length(), wanted.length()) && given.charAt(at) == wanted.charAt(at)) at++;
                throw new IllegalStateException(lane.name + " shows another " + page.file() + " page: ..."
                        + part(given, at) + "... instead of ..." + part(wanted, at) + "...");
            }
        }
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private static String normal(byte[] output) {
        return new String(output, StandardCharsets.UTF_8)
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&gt;", ">")
                .replaceAll("\\s+", "");
    }
}
