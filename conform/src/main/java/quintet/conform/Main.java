package quintet.conform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Json;

/** The command behind {@code bin/conform}. */
@Command(
        name = "bin/conform",
        description = "Runs a file of recorded cases of real Django and prints how many Quintet answers alike.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND", description = "urls, http, templates ...")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the recording, JSON Lines")
    private Path file = Path.of("");

    @Option(names = "--answers", paramLabel = "OUT", description = "write every answer to this file, a line each")
    private @Nullable Path answers;

    @Option(names = "--failures", paramLabel = "OUT", description = "write what differs to this file, a line each")
    private @Nullable Path failures;

    @Option(
            names = "--record",
            paramLabel = "LIST",
            description = "rewrite this kind's lines in the list of passing ids")
    private @Nullable Path record;

    @Option(names = "--variant", paramLabel = "NAME", description = "another way to answer: compiled for templates")
    private @Nullable String variant;

    /** Runs it; the exit code is 0 even when cases fail, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Runner.Outcome> outcomes = new Runner(
                        variant == null ? Runner.kind(kind) : Runner.kind(kind).variant(variant))
                .run(Runner.read(file));
        if (answers != null) {
            write(answers, outcomes.stream().map(Main::answerLine).toList());
        }
        List<Runner.Outcome> failed =
                outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        if (failures != null) {
            write(failures, failed.stream().map(Main::failureLine).toList());
        }
        if (record != null) {
            PassingList.read(record)
                    .with(
                            kind,
                            outcomes.stream()
                                    .filter(Runner.Outcome::passed)
                                    .map(Runner.Outcome::id)
                                    .toList())
                    .write(record);
        }
        System.out.println((outcomes.size() - failed.size()) + " passed, " + failed.size() + " failed");
        return 0;
    }

    private static Map<String, @Nullable Object> answerLine(Runner.Outcome outcome) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", outcome.id());
        line.putAll(outcome.answer());
        return line;
    }

    private static Map<String, @Nullable Object> failureLine(Runner.Outcome outcome) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", outcome.id());
        line.put("recorded", outcome.recorded());
        line.put("answer", outcome.answer());
        if (outcome.failure() != null) {
            StringWriter trace = new StringWriter();
            outcome.failure().printStackTrace(new PrintWriter(trace));
            line.put("failure", trace.toString().lines().limit(12).toList());
        }
        return line;
    }

    private static void write(Path target, List<Map<String, @Nullable Object>> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(target)) {
            for (Map<String, @Nullable Object> line : lines) {
                out.write(Json.write(line, Json.Style.SPACED_ASCII));
                out.write('\n');
            }
        }
    }
}
