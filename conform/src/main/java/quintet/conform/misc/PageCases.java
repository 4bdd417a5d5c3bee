package quintet.conform.misc;

import static quintet.conform.misc.Answers.answer;
import static quintet.conform.misc.Answers.failure;
import static quintet.conform.misc.Answers.number;
import static quintet.conform.misc.Answers.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quintet.sessions.Message;
import quintet.sessions.MessageSettings;
import quintet.views.EmptyPage;
import quintet.views.Page;
import quintet.views.PageNotAnInteger;
import quintet.views.Paginator;

/** Cases about pages of a list, and messages on them. */
final class PageCases {
    private PageCases() {}

    static void addTo(MiscKind kind) {
        kind.add(
                "paginator",
                Set.of("count", "per_page", "orphans", "allow_empty_first_page", "number", "options"),
                PageCases::page);
        kind.add(
                "paginator_init",
                Set.of("count", "per_page", "orphans"),
                line -> answer("result", paginator(line).numPages()));
        kind.add("message_tags", Set.of("level", "extra_tags"), PageCases::tags);
        kind.add("elided_page_range", Set.of("num_pages", "number", "on_each_side", "on_ends"), PageCases::elided);
    }

    private static Map<String, @Nullable Object> tags(Map<String, @Nullable Object> line) {
        int level = number(line, "level");
        Message message = new Message(level, "", false, (String) line.get("extra_tags"));
        MessageSettings settings = MessageSettings.defaults();
        return answer("tags", settings.tags(message), "level_tag", settings.levelTag(level));
    }

    private static Paginator<Integer> paginator(Map<String, @Nullable Object> line) {
        List<Integer> items = IntStream.range(0, number(line, "count")).boxed().toList();
        Paginator<Integer> paginator =
                Paginator.of(items, number(line, "per_page")).orphans(number(line, "orphans"));
        Map<String, String> messages = new LinkedHashMap<>();
        Answers.map(Answers.map(line.get("options")).get("error_messages"))
                .forEach((code, text) -> messages.put(code, String.valueOf(text)));
        return messages.isEmpty() ? paginator : paginator.errorMessages(messages);
    }

    private static Map<String, @Nullable Object> page(Map<String, @Nullable Object> line) {
        Paginator<Integer> paginator =
                paginator(line).allowEmptyFirstPage(Boolean.TRUE.equals(line.get("allow_empty_first_page")));
        Object wanted = value(line, "number");
        return answer(
                "num_pages",
                paginator.numPages(),
                "page",
                attempt(() -> shown(paginator.page(wanted))),
                "get_page",
                attempt(() -> paginator.getPage(wanted).number()));
    }

    private static Map<String, @Nullable Object> attempt(java.util.function.Supplier<Object> work) {
        try {
            return answer("result", work.get());
        } catch (PageNotAnInteger e) {
            return failure("PageNotAnInteger", e.getMessage());
        } catch (EmptyPage e) {
            return failure("EmptyPage", e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> shown(Page<Integer> page) {
        return answer(
                "number", page.number(),
                "items", page.items(),
                "has_next", page.hasNext(),
                "has_previous", page.hasPrevious(),
                "has_other", page.hasOtherPages(),
                "start", page.startIndex(),
                "end", page.endIndex(),
                "repr", page.toString());
    }

    private static Map<String, @Nullable Object> elided(Map<String, @Nullable Object> line) {
        List<Integer> items =
                IntStream.rangeClosed(1, number(line, "num_pages")).boxed().toList();
        return answer(
                "result",
                Paginator.of(items, 1)
                        .elidedPageRange(value(line, "number"), number(line, "on_each_side"), number(line, "on_ends")));
    }
}
