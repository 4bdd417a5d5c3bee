package quintet.benchmarks;

import java.util.List;
import quintet.benchmarks.templates.TemplatesBench;

/** The entry: {@code bin/bench http} or {@code bin/bench templates}. */
public final class Bench {
    private Bench() {}

    /** Runs the benchmark named by the first argument. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        List<String> rest = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        switch (name) {
            case "http" -> HttpBench.run(rest);
            case "templates" -> TemplatesBench.run(rest);
            default -> {
                System.err.println("usage: bin/bench http [SECONDS] | bin/bench templates [SECONDS] [ENGINE ...]");
                System.exit(2);
            }
        }
    }
}
