package quintet.benchmarks;

import java.util.List;
import quintet.benchmarks.orm.OrmBench;
import quintet.benchmarks.templates.TemplatesBench;

/** The entry: {@code bin/bench http}, {@code bin/bench templates} or {@code bin/bench orm}. */
public final class Bench {
    private Bench() {}

    /** Runs the benchmark named by the first argument. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        List<String> rest = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        switch (name) {
            case "http" -> HttpBench.run(rest);
            case "templates" -> TemplatesBench.run(rest);
            case "orm" -> OrmBench.run(rest);
            default -> {
                System.err.println("usage: bin/bench http [SECONDS] | bin/bench templates [SECONDS] [ENGINE ...]"
                        + " | bin/bench orm [SECONDS [TASK ...]]");
                System.exit(2);
            }
        }
    }
}
