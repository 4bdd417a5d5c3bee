package quintet.benchmarks;

import java.util.List;

/** The entry: {@code bin/bench http}. */
public final class Bench {
    private Bench() {}

    /** Runs the benchmark named by the first argument. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        List<String> rest = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        switch (name) {
            case "http" -> HttpBench.run(rest);
            default -> {
                System.err.println("usage: bin/bench http [SECONDS]");
                System.exit(2);
            }
        }
    }
}
