package quintet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plain text and JSON over kept connections on loopback. The contenders take turns in short slices, so that other load on
 * the machine hits all; each figure of a slice is compared with that of the floor (bare Jetty) in the same round.
 */
final class HttpBench {
    private static final List<String> CONTENDERS = List.of("jetty", "quintet-server", "quintet");
    private static final List<String> PATHS = List.of("/plaintext", "/json");
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 9;
    private static final int WARM_UPS = 6;
    private static final double NANOS = 1e9;

    private HttpBench() {}

    /** One contender on one path, with what each slice gave. */
    private static final class Lane {
        private final Contender contender;
        private final Load load;
        private final double[] perSecond = new double[ROUNDS];
        private final double[] cpuMicros = new double[ROUNDS];

        Lane(Contender contender, Load load) {
            this.contender = contender;
            this.load = load;
        }

        void slice(int round, long nanos) throws IOException {
            long cpuBefore = contender.cpu().toNanos();
            long begin = System.nanoTime();
            long answered = load.run(nanos);
            long elapsed = System.nanoTime() - begin;
            perSecond[round] = answered * NANOS / elapsed;
            cpuMicros[round] = (contender.cpu().toNanos() - cpuBefore) / 1000.0 / answered;
        }
    }

    static void run(List<String> args) throws IOException {
        double seconds = args.isEmpty() ? 40 : Double.parseDouble(args.getFirst());
        int lanes = CONTENDERS.size() * PATHS.size();
        long slice = (long) (seconds * NANOS / lanes / (ROUNDS + WARM_UPS));
        List<Contender> contenders = new ArrayList<>();
        try {
            for (String name : CONTENDERS) contenders.add(Contender.start(name));
            for (String path : PATHS) measure(contenders, path, slice);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static void measure(List<Contender> contenders, String path, long slice) throws IOException {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                lanes.add(new Lane(contender, new Load(contender.port(), path, CONNECTIONS)));
            }
            // In turns, so that the contender with the most code is as warm as the others when it counts.
            for (int i = 0; i < WARM_UPS; i++) {
                for (Lane lane : lanes) lane.load.run(slice);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < lanes.size(); i++)
                    lanes.get((i + round) % lanes.size()).slice(round, slice);
            }
            report(path, lanes);
        } finally {
            for (Lane lane : lanes) lane.load.close();
        }
    }

    private static void report(String path, List<Lane> lanes) {
        System.out.printf(
                Locale.ROOT, "%n%s, %d connections, %d slices each: median (quartiles)%n", path, CONNECTIONS, ROUNDS);
        Lane floor = lanes.getFirst();
        for (Lane lane : lanes) {
            double[] speed = new double[ROUNDS];
            double[] cpu = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                speed[i] = lane.perSecond[i] / floor.perSecond[i];
                cpu[i] = lane.cpuMicros[i] / floor.cpuMicros[i];
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %-15s %8.0f requests/s   speed %s x   %6.1f us CPU a request   CPU %s x%n",
                    lane.contender.name(),
                    Quartiles.of(lane.perSecond).median(),
                    Quartiles.of(speed),
                    Quartiles.of(lane.cpuMicros).median(),
                    Quartiles.of(cpu));
        }
    }
}
