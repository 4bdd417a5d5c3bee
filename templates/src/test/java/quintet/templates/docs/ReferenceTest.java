package quintet.templates.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quintet.templates.Engine;
import quintet.templates.Loader;

/** Renders the examples of the language reference. */
class ReferenceTest {
    private static final Path PAGE =
            Path.of(System.getProperty("quintet.root", "..")).resolve("docs/template-language.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    record Book(String title, String author, int stock) {}

    private final LocalDateTime when = LocalDateTime.of(2024, 2, 29, 13, 5);
    private final Engine engine = Engine.builder()
            .clock(Clock.fixed(when.plusDays(1).plusHours(2).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
            .urls((name, args, kwargs, context) -> "/books/" + args.getFirst() + "/")
            .loader(Loader.memory(Map.of(
                    "base.html", "<p>{% block body %}base{% endblock %}</p>",
                    "row.html", "<li>{{ b.title }}</li>")))
            .build();

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "Emma & I");
        values.put("html", "<b>x</b>");
        values.put("items", List.of("a", "b", "c"));
        values.put(
                "books",
                List.of(
                        new Book("Emma", "Austen", 2),
                        new Book("Persuasion", "Austen", 0),
                        new Book("Romola", "Eliot", 5)));
        values.put("ages", Map.of("Ann", 31));
        values.put("n", 3);
        values.put("price", 1234.5);
        values.put("when", when);
        values.put("later", when.plusDays(1).plusHours(2));
        values.put("moment", when.atZone(ZoneOffset.UTC));
        values.put("nothing", null);
        return values;
    }

    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| ") && line.contains("{")) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.split("(?<!\\\\)\\|", -1)) {
                    cells.add(cell.strip().replace("\\|", "|"));
                }
                rows.add(cells.subList(1, cells.size() - 1));
            }
        }
        return rows;
    }

    private static String code(String cell) {
        Matcher m = CODE.matcher(cell);
        return m.find() ? m.group(1) : "";
    }

    @TestFactory
    List<DynamicTest> everyExampleGivesWhatThePageSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> row : rows()) {
            int example = row.getFirst().startsWith("`") ? 0 : 1;
            String source = code(row.get(example));
            String expected = code(row.get(example + 1));
            tests.add(DynamicTest.dynamicTest(
                    source,
                    () -> assertThat(engine.from(source).render(values()).replace('\u00a0', ' '))
                            .isEqualTo(expected)));
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
    }

    @Test
    void noTagOrFilterIsMissing() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> missing = new TreeSet<>();
        engine.builtins().forEach(library -> {
            library.tags().keySet().stream()
                    .filter(n -> !page.contains("| " + n + " |"))
                    .forEach(missing::add);
            library.filters().keySet().stream()
                    .filter(n -> !page.contains("| " + n + " |"))
                    .forEach(missing::add);
        });
        engine.libraryNames().stream()
                .filter(n -> !page.contains("| " + n + " |"))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }
}
