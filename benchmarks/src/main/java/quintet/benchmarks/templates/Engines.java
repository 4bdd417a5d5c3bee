package quintet.benchmarks.templates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quintet.templates.Executor;

/** The engines that are measured. */
final class Engines {
    private Engines() {}

    /** Makes an engine. */
    @FunctionalInterface
    private interface Maker {
        Contender make() throws Exception;
    }

    /** An engine by the name it is asked for. */
    private record Entry(String name, Maker maker) {}

    /** The engines; the hand-written code comes first. */
    static List<Contender> all(Path folder, List<String> wanted) throws Exception {
        List<Entry> entries = List.of(
                new Entry("quintet", () -> new QuintetPages("Quintet", Executor.INTERPRETER)),
                new Entry("compiled", () -> new QuintetPages("Quintet compiled", Executor.COMPILER)),
                new Entry("jte", () -> new JtePages(folder)),
                new Entry("rocker", () -> new RockerPages(folder)),
                new Entry("pebble", TextEngines::pebble),
                new Entry("qute", TextEngines::qute),
                new Entry("freemarker", TextEngines::freemarker),
                new Entry("thymeleaf", TextEngines::thymeleaf),
                new Entry("jinjava", TextEngines::jinjava));
        List<Contender> all = new ArrayList<>(List.of(new HandWritten()));
        for (Entry entry : entries) {
            if (wanted.isEmpty() || wanted.contains(entry.name()))
                all.add(entry.maker().make());
        }
        return all;
    }
}
