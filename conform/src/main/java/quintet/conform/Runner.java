package quintet.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;

/** Answers the cases of a file and judges the answers. */
public final class Runner {
    private final Kind kind;

    /** Runs cases of this kind. */
    public Runner(Kind kind) {
        this.kind = kind;
    }

    /**
     * How one case went.
     *
     * @param id the case's id
     * @param passed whether the answer counts as the recorded one
     * @param recorded what Django answered
     * @param answer what Quintet answered
     * @param failure the exception that kept it from answering; null when it answered
     */
    public record Outcome(
            String id,
            boolean passed,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer,
            @Nullable Throwable failure) {}

    /** The kind of this name. */
    public static Kind kind(String name) {
        StringBuilder simple = new StringBuilder();
        for (String word : name.split("_")) {
            simple.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        String type = "quintet.conform." + name.replace("_", "") + "." + simple + "Kind";
        try {
            return Class.forName(type)
                    .asSubclass(Kind.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("There is no KIND '" + name + "' (looked for " + type + ").", e);
        }
    }

    /** Reads a file of cases, one JSON object a line. */
    @SuppressWarnings("unchecked") // a line that is no object is reported by the cast
    public static List<Map<String, @Nullable Object>> read(Path file) throws IOException {
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (String line : Files.readString(file).split("\n")) {
            if (!line.isBlank()) {
                cases.add((Map<String, @Nullable Object>) java.util.Objects.requireNonNull(Json.read(line)));
            }
        }
        return cases;
    }

    /** Runs the cases in order. */
    public List<Outcome> run(List<Map<String, @Nullable Object>> cases) throws Exception {
        List<Map<String, @Nullable Object>> stripped = new ArrayList<>();
        for (Map<String, @Nullable Object> testCase : cases) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(testCase);
            copy.keySet().removeAll(kind.recorded(testCase));
            stripped.add(copy);
        }
        kind.prepare(stripped);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            outcomes.add(run(cases.get(i), stripped.get(i)));
        }
        return outcomes;
    }

    private Outcome run(Map<String, @Nullable Object> testCase, Map<String, @Nullable Object> stripped) {
        Set<String> keys = kind.recorded(testCase);
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>(testCase);
        recorded.keySet().retainAll(keys);
        String id = String.valueOf(testCase.get("id"));
        try {
            Map<String, @Nullable Object> answer = kind.answer(stripped);
            return new Outcome(id, kind.matches(testCase, recorded, answer), recorded, answer, null);
        } catch (Exception | StackOverflowError | LinkageError e) {
            return new Outcome(id, false, recorded, Map.of(), e);
        }
    }
}
