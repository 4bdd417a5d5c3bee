package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaginatorTest {
    @Test
    void pagesAreThoseDjangoMakes() {
        for (Map<String, Object> given : Vectors.cases("misc.jsonl", "paginator")) {
            Paginator<Integer> paginator = Paginator.of(numbers((long) given.get("count")), number(given, "per_page"))
                    .orphans(number(given, "orphans"))
                    .allowEmptyFirstPage((boolean) given.get("allow_empty_first_page"))
                    .errorMessages(messages(given));
            Object asked = given.get("number") instanceof Map<?, ?> tagged
                    ? Double.valueOf((String) tagged.get("$float"))
                    : given.get("number");
            String id = (String) given.get("id");
            assertThat((long) paginator.numPages()).as(id).isEqualTo(given.get("num_pages"));
            assertThat(outcome(() -> describe(paginator.page(asked)))).as(id).isEqualTo(given.get("page"));
            assertThat(outcome(() -> (long) paginator.getPage(asked).number()))
                    .as(id)
                    .isEqualTo(given.get("get_page"));
        }
    }

    @Test
    void orphansMayBeMoreThanAPageHolds() {
        for (Map<String, Object> given : Vectors.cases("misc.jsonl", "paginator_init")) {
            Paginator<Integer> paginator = Paginator.of(numbers((long) given.get("count")), number(given, "per_page"))
                    .orphans(number(given, "orphans"));
            assertThat((long) paginator.numPages()).isEqualTo(given.get("result"));
        }
    }

    @Test
    void elidedRangesAreThoseDjangoMakes() {
        for (Map<String, Object> given : Vectors.cases("misc.jsonl", "elided_page_range")) {
            List<Object> range = Paginator.of(numbers((long) given.get("num_pages")), 1)
                    .elidedPageRange(given.get("number"), number(given, "on_each_side"), number(given, "on_ends"));
            assertThat(range.stream()
                            .map(p -> p instanceof Integer i ? Long.valueOf(i) : p)
                            .toList())
                    .as((String) given.get("id"))
                    .isEqualTo(given.get("result"));
        }
    }

    @Test
    void numbersInTextAreReadAsPythonReadsThem() {
        Paginator<Integer> paginator = Paginator.of(numbers(30), 1);
        assertThat(List.of(" 7 ", "+7", "007", "٧", "0_7"))
                .allSatisfy(text -> assertThat(paginator.page(text).number()).isEqualTo(7));
        assertThat(List.of("", "-", "7_", "_7", "7.0", "7 7", "0x7", "1__0", "1+0"))
                .allSatisfy(
                        text -> assertThatThrownBy(() -> paginator.page(text)).isInstanceOf(PageNotAnInteger.class));
        assertThatThrownBy(() -> paginator.page("9".repeat(400)))
                .isInstanceOf(EmptyPage.class)
                .hasMessage("That page contains no results");
        assertThatThrownBy(() -> paginator.page("-" + "9".repeat(400))).hasMessage("That page number is less than 1");
    }

    @Test
    void errorsCanSaySomethingElse() {
        Paginator<Integer> paginator =
                Paginator.of(numbers(3), 2).errorMessages(Map.of("no_results", "Nothing further."));
        assertThatThrownBy(() -> paginator.page(3)).hasMessage("Nothing further.");
        assertThatThrownBy(() -> paginator.page("x")).hasMessage("That page number is not an integer");
        assertThatThrownBy(() -> paginator.errorMessages(Map.of("no_result", "x")))
                .hasMessageContaining("no_result")
                .hasMessageContaining("no_results");
    }

    @Test
    void itemsAreCountedOnce() {
        AtomicInteger counts = new AtomicInteger();
        Paginator<Integer> paginator = Paginator.of(
                new PageSource<>() {
                    @Override
                    public long count() {
                        counts.incrementAndGet();
                        return 95;
                    }

                    @Override
                    public List<Integer> slice(long from, long to) {
                        return LongStream.range(from, to).mapToObj(i -> (int) i).toList();
                    }
                },
                10);
        Page<Integer> last = paginator.getPage("99");
        assertThat(last).containsExactly(90, 91, 92, 93, 94);
        assertThat(last.hasNext()).isFalse();
        assertThat(paginator.pageRange()).hasSize(10).endsWith(10);
        assertThat(counts).hasValue(1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> messages(Map<String, Object> given) {
        Map<String, Object> options = (Map<String, Object>) given.getOrDefault("options", Map.of());
        return (Map<String, String>) options.getOrDefault("error_messages", Map.of());
    }

    private static Map<String, Object> outcome(java.util.function.Supplier<Object> code) {
        try {
            return Map.of("result", code.get());
        } catch (InvalidPage e) {
            return Map.of("error", e.getClass().getSimpleName(), "message", e.getMessage());
        }
    }

    private static Map<String, Object> describe(Page<Integer> page) {
        return Map.of(
                "number", (long) page.number(),
                "items", page.stream().map(Long::valueOf).toList(),
                "has_next", page.hasNext(),
                "has_previous", page.hasPrevious(),
                "has_other", page.hasOtherPages(),
                "start", page.startIndex(),
                "end", page.endIndex(),
                "repr", page.toString());
    }

    private static int number(Map<String, Object> given, String name) {
        return ((Long) given.get(name)).intValue();
    }

    private static List<Integer> numbers(long count) {
        return IntStream.range(0, (int) count).boxed().toList();
    }
}
