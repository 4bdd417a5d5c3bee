package library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import quintet.core.Json;

/** The books that come with the demo hold together, before any database sees them. */
class FixtureTest {
    private static final int THIS_IS_PUBLIC_DOMAIN = 1930;
    private static final int DIED_LONG_ENOUGH_AGO = 1955;

    private final Map<Long, Map<String, Object>> tags = rows("library.tag");
    private final Map<Long, Map<String, Object>> authors = rows("library.author");
    private final Map<Long, Map<String, Object>> books = rows("library.book");

    @Test
    void thereIsEnoughToBrowse() {
        assertThat(books).hasSizeGreaterThan(300);
        assertThat(authors).hasSizeGreaterThan(120);
        assertThat(tags).hasSizeGreaterThan(20);
    }

    @Test
    void namesAndSlugsAreUnique() {
        assertUnique(tags, "slug");
        assertUnique(tags, "name");
        assertUnique(authors, "name");
        Set<String> seen = new HashSet<>();
        books.forEach((key, book) -> assertThat(seen.add(book.get("title") + " by " + book.get("author")))
                .as("book %s, %s, is there twice", key, book.get("title"))
                .isTrue());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        books.forEach((key, book) -> {
            assertThat(authors).as("author of book %s", key).containsKey(whole(book.get("author")));
            assertThat(tagsOf(book)).as("subjects of book %s", key).isNotEmpty().allMatch(tags::containsKey);
        });
        Set<Long> used = new HashSet<>();
        books.values().forEach(book -> used.addAll(tagsOf(book)));
        assertThat(used).as("every subject has a book").isEqualTo(tags.keySet());
        Set<Long> writers = new HashSet<>();
        books.values().forEach(book -> writers.add(whole(book.get("author"))));
        assertThat(writers).as("every author has a book").isEqualTo(authors.keySet());
    }

    @Test
    void authorsLivedBeforeTheirBooksAppeared() {
        books.forEach((key, book) -> {
            Map<String, Object> author = authors.get(whole(book.get("author")));
            long year = whole(book.get("year"));
            assertThat(year).as("year of %s", book.get("title")).isBetween(-800L, (long) THIS_IS_PUBLIC_DOMAIN);
            if (author.get("born") != null) {
                assertThat(year - whole(author.get("born")))
                        .as("age of %s at %s", author.get("name"), book.get("title"))
                        .isGreaterThan(14);
            }
        });
        authors.forEach((key, author) -> {
            if (author.get("born") == null || author.get("died") == null) {
                return;
            }
            assertThat(whole(author.get("died")))
                    .as("death of %s", author.get("name"))
                    .isBetween(whole(author.get("born")) + 19, (long) DIED_LONG_ENOUGH_AGO);
            assertThat(whole(author.get("died")) - whole(author.get("born"))).isLessThan(100);
        });
    }

    @Test
    void summariesAreOneSentence() {
        books.forEach((key, book) -> {
            String summary = (String) book.get("summary");
            assertThat(summary.length()).as("summary of %s", book.get("title")).isLessThan(120);
            assertThat(summary.isEmpty() || summary.endsWith("."))
                    .as("summary of %s ends as a sentence", book.get("title"))
                    .isTrue();
        });
    }

    private static void assertUnique(Map<Long, Map<String, Object>> rows, String field) {
        Set<Object> seen = new HashSet<>();
        rows.forEach((key, row) -> assertThat(seen.add(row.get(field)))
                .as("%s %s", field, row.get(field))
                .isTrue());
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    private static List<Long> tagsOf(Map<String, Object> book) {
        return ((List<?>) book.get("tags")).stream().map(FixtureTest::whole).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<Long, Map<String, Object>> rows(String model) {
        Map<Long, Map<String, Object>> found = new TreeMap<>();
        try (InputStream bytes = FixtureTest.class.getResourceAsStream("/library/fixtures/library.json")) {
            for (Object entry : (List<?>) Json.read(bytes)) {
                Map<String, Object> row = (Map<String, Object>) entry;
                if (model.equals(row.get("model"))) {
                    Object before = found.put(whole(row.get("pk")), (Map<String, Object>) row.get("fields"));
                    assertThat(before)
                            .as("%s %s is there twice", model, row.get("pk"))
                            .isNull();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }
}
