package quintet.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What once was equal to real Django stays so. */
class PassingCasesTest {
    private static final Path ROOT = Path.of(System.getProperty("quintet.root", ".."));

    @TestFactory
    Stream<DynamicTest> everyCaseOfThePassingListStillPasses() throws Exception {
        PassingList passing = PassingList.read(ROOT.resolve("conform/passing.txt"));
        return passing.kinds().stream()
                .flatMap(kind -> Stream.concat(Stream.of(""), Runner.kind(kind).variants().stream())
                        .map(variant -> DynamicTest.dynamicTest(
                                variant.isEmpty() ? kind : kind + " " + variant,
                                () -> assertThat(brokenCases(kind, variant, passing.of(kind)))
                                        .as("cases of %s that passed before and fail now", kind)
                                        .isEmpty())));
    }

    private static Kind kind(String name, String variant) {
        Kind kind = Runner.kind(name);
        return variant.isEmpty() ? kind : kind.variant(variant);
    }

    private static Map<String, String> brokenCases(String name, String variant, Set<String> expected) throws Exception {
        Path vectors = vectors();
        Assumptions.assumeTrue(
                Files.isDirectory(vectors),
                "The recordings are not here (" + vectors + "): cases of " + name + " are not checked.");
        Kind kind = kind(name, variant);
        Map<String, String> broken = new LinkedHashMap<>();
        List<Runner.Outcome> outcomes = new ArrayList<>();
        for (String file : kind.files()) {
            if (Files.exists(vectors.resolve(file))) {
                outcomes.addAll(new Runner(kind(name, variant)).run(Runner.read(vectors.resolve(file))));
            }
        }
        for (Runner.Outcome outcome : outcomes) {
            if (!outcome.passed() && expected.contains(outcome.id())) {
                broken.put(
                        outcome.id(),
                        "recorded " + outcome.recorded() + ", answered "
                                + (outcome.failure() == null ? outcome.answer() : outcome.failure()));
            }
        }
        return broken;
    }

    static Path vectors() {
        String given = System.getenv("QUINTET_SHARED");
        return given == null ? ROOT.resolve("../shared/vectors").normalize() : Path.of(given, "vectors");
    }
}
