package quintet.benchmarks.orm;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quintet.benchmarks.Quartiles;

/**
 * Common tasks on one thread, on SQLite and, where {@code QUINTET_BENCH_POSTGRES} names a server by a JDBC address, on PostgreSQL. The
 * contenders take turns in short slices within one JVM, in another order each round; each slice is compared with that of JDBC in the same
 * round, so that other load on the machine meets all alike.
 */
public final class OrmBench {
    private static final int ROUNDS = 21;
    private static final int WARM_UPS = 12;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private OrmBench() {}

    /** One contender on one task, with what each slice gave. */
    private static final class Lane {
        private final Contender contender;
        private final double[] nanos = new double[ROUNDS];
        private final double[] cpu = new double[ROUNDS];
        private final double[] bytes = new double[ROUNDS];
        private int n;

        Lane(Contender contender) {
            this.contender = contender;
        }

        void slice(Task task, int round, long length) throws Exception {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            long end = begin + length;
            int count = 0;
            do {
                if (contender.run(task, n++) == 0) {
                    throw new IllegalStateException(contender.name() + " found nothing: " + task);
                }
                count++;
            } while (System.nanoTime() < end);
            if (round >= 0) {
                nanos[round] = (double) (System.nanoTime() - begin) / count;
                cpu[round] = (double) (THREADS.getCurrentThreadCpuTime() - cpuBefore) / count;
                bytes[round] = (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / count;
            }
        }
    }

    /** Runs for about so many seconds a database. */
    public static void run(List<String> args) throws Exception {
        double seconds = args.isEmpty() ? 60 : Double.parseDouble(args.getFirst());
        List<Task> tasks = args.size() < 2
                ? List.of(Task.values())
                : args.subList(1, args.size()).stream().map(Task::of).toList();
        String postgres = System.getenv("QUINTET_BENCH_POSTGRES");
        try (Stage stage = Stage.sqlite()) {
            stage.site.run(() -> measured(stage, tasks, seconds));
        }
        if (postgres == null || postgres.isEmpty()) {
            System.out.println(
                    "\nNo PostgreSQL: name a database with QUINTET_BENCH_POSTGRES=jdbc:postgresql://host/name?user=...");
        } else {
            try (Stage stage = Stage.postgres(postgres)) {
                stage.site.run(() -> measured(stage, tasks, seconds));
            }
        }
    }

    private static void measured(Stage stage, List<Task> tasks, double seconds) {
        List<Contender> contenders = new ArrayList<>();
        try {
            contenders.add(new Jdbc(stage.source, stage.sqlite));
            contenders.add(new Quintet());
            contenders.add(new Jooq(stage.source, stage.sqlite));
            contenders.add(new Hibernate(stage.source, stage.sqlite, false));
            contenders.add(new Hibernate(stage.source, stage.sqlite, true));
            contenders.add(new JdbiContender(stage.source, stage.sqlite));
            contenders.add(new Spring(stage.source, stage.sqlite));
            long slice = (long) (seconds * NANOS / contenders.size() / tasks.size() / ROUNDS);
            for (Task task : tasks) {
                measure(stage, contenders, task, slice);
            }
            texts(slice * 4);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static void measure(Stage stage, List<Contender> contenders, Task task, long slice) throws Exception {
        List<Lane> lanes = contenders.stream().map(Lane::new).toList();
        warmUp(stage, lanes, task);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < lanes.size(); i++) {
                lanes.get((i + round) % lanes.size()).slice(task, round, slice);
            }
            stage.clean();
        }
        report(stage, task, lanes);
    }

    /** By runs, not by time: on a busy machine the compiler must have seen as much of each. */
    private static void warmUp(Stage stage, List<Lane> lanes, Task task) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            for (Lane lane : lanes) {
                for (int n = 0; n < task.warmUps(); n++) {
                    lane.contender.run(task, lane.n++);
                }
            }
            stage.clean();
        }
    }

    private static void report(Stage stage, Task task, List<Lane> lanes) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %s; %d slices each, times that of JDBC: median (quartiles)%n",
                stage.name,
                task,
                ROUNDS);
        Lane floor = lanes.getFirst();
        for (Lane lane : lanes) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s %10.1f us   time %s x   CPU %s x   %9.0f bytes %5.2f x%n",
                    lane.contender.name(),
                    Quartiles.of(lane.nanos).median() / 1000,
                    Quartiles.of(ratios(lane.nanos, floor.nanos)),
                    Quartiles.of(ratios(lane.cpu, floor.cpu)),
                    Quartiles.of(lane.bytes).median(),
                    Quartiles.of(ratios(lane.bytes, floor.bytes)).median());
        }
    }

    private static double[] ratios(double[] figures, double[] floor) {
        double[] ratios = new double[figures.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figures[i] / floor[i];
        }
        return ratios;
    }

    /** From the first method of a query to its SQL. */
    private static void texts(long slice) {
        double[] warm = new double[ROUNDS];
        double[] cold = new double[ROUNDS];
        int form = 0;
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            int count = 0;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < slice / 2) {
                for (int i = 0; i < 100; i++) {
                    Quintet.warm();
                }
                count += 100;
            }
            double each = (double) (System.nanoTime() - begin) / count;
            begin = System.nanoTime();
            for (int i = 0; i < 300; i++) {
                Quintet.cold(form++);
            }
            if (round >= 0) {
                warm[round] = each / 1000;
                cold[round] = (System.nanoTime() - begin) / 300.0 / 1000;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nSQL of a known form: %s us; of a new form: %s us%n",
                Quartiles.of(warm),
                Quartiles.of(cold));
    }
}
