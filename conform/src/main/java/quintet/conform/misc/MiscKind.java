package quintet.conform.misc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.conform.Values;

/** Text utilities, formats of languages, pages: what belongs to no other recording. */
public final class MiscKind implements Kind {
    /** Answers the cases of one kind within the file. */
    @FunctionalInterface
    interface Case {
        Map<String, @Nullable Object> answer(Map<String, @Nullable Object> line) throws Exception;
    }

    private static final Set<String> ALWAYS_GIVEN = Set.of("id", "kind");

    /** What each kind of case is given; all its other keys were recorded. */
    private final Map<String, Set<String>> given = new HashMap<>();

    private final Map<String, Case> cases = new HashMap<>();

    /** Knows all kinds of cases. */
    public MiscKind() {
        TextCases.addTo(this);
        FormatCases.addTo(this);
        LanguageCases.addTo(this);
        PageCases.addTo(this);
    }

    void add(String kind, Set<String> inputs, Case answer) {
        given.put(kind, inputs);
        cases.put(kind, answer);
    }

    @Override
    public List<String> files() {
        return List.of("misc.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        Set<String> recorded = new HashSet<>(testCase.keySet());
        recorded.removeAll(ALWAYS_GIVEN);
        recorded.removeAll(given.getOrDefault(String.valueOf(testCase.get("kind")), Set.of()));
        return recorded;
    }

    /** Whether a recorded script element was given its id cannot be seen from the case. */
    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        return Values.equal(withoutId(recorded), withoutId(answer));
    }

    private static Map<String, @Nullable Object> withoutId(Map<String, @Nullable Object> answer) {
        if (!(answer.get("json_script") instanceof String script)) {
            return answer;
        }
        Map<String, @Nullable Object> out = new HashMap<>(answer);
        out.put("json_script", script.replace(" id=\"i&lt;d\"", ""));
        return out;
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception {
        Case found = cases.get(String.valueOf(stripped.get("kind")));
        if (found == null) {
            throw new IllegalArgumentException("No such kind of case: " + stripped.get("kind"));
        }
        return found.answer(stripped);
    }
}
