package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.orm.Aggregates.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import library.Author;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Tag;
import library.Tag_;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** Hostile text wherever a user's text may end up: it is a value, or an error of ours; never SQL. */
class SqlInjectionTest {
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE library_book; --",
            "\"; DROP TABLE library_book; --",
            "`; DROP TABLE library_book; --",
            "x\") OR 1=1 --",
            "x') OR ('1'='1",
            "\\' OR 1=1 -- ",
            "title\" DESC, (SELECT 1) --",
            "a\u0000b",
            "crafted\talias",
            "crafted\nalias",
            "a/**/b",
            "a b",
            "a;b",
            "%s",
            "?",
            "$1",
            "{0}",
            "_connector",
            "pk) UNION SELECT 1 --");

    static Stream<String> databases() {
        return RandomQueryTest.databases();
    }

    private interface Use {
        void of(String text);
    }

    private static Map<String, Use> names() {
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put("order", text -> Book.objects.orderBy(text).list());
        uses.put("descending order", text -> Book.objects.orderBy("-" + text).list());
        uses.put("lookup", text -> Book.objects.filter(text, 1).list());
        uses.put(
                "lookup of a field",
                text -> Book.objects.filter("title__" + text, "x").list());
        uses.put(
                "lookup through a relation",
                text -> Book.objects.filter("author__" + text, 1).list());
        uses.put("lookups", text -> Book.objects.filter(Map.of(text, "OR")).list());
        uses.put("excluded lookup", text -> Book.objects.exclude(text, 1).list());
        uses.put(
                "annotation",
                text -> Book.objects.annotate(count(Book_.tags()).as(text)).list());
        uses.put(
                "alias",
                text -> Book.objects.alias(count(Book_.tags()).as(text)).list());
        uses.put(
                "aggregate",
                text -> Book.objects.aggregate(List.of(count(Book_.tags()).as(text))));
        uses.put(
                "annotation of values",
                text -> Book.objects
                        .values(Book_.title)
                        .annotate(count(Book_.tags()).as(text))
                        .into((title, n) -> title + n));
        uses.put("values", text -> Book.objects.values(text).list());
        uses.put("only", text -> Book.objects.only(text).list());
        uses.put("defer", text -> Book.objects.defer(text).list());
        uses.put("related", text -> Book.objects.selectRelated(text).list());
        uses.put("prefetched", text -> Book.objects.prefetchRelated(text).list());
        uses.put("unit of dates", text -> Book.objects.dates("published", text, false));
        uses.put("field of dates", text -> Book.objects.dates(text, "year", false));
        uses.put(
                "unit",
                text -> Book.objects
                        .annotate(Book_.created.truncatedTo(text).as("cut"))
                        .list());
        uses.put("latest", text -> Book.objects.latest(text));
        uses.put("fields of a bulk update", text -> Book.objects.bulkUpdate(Book.objects.list(), text));
        return uses;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void namesAreCheckedBeforeTheyBecomeSql(String vendor) {
        try (Site opened = LibrarySite.on(vendor, database -> database)) {
            opened.run(() -> {
                LibrarySite.seed();
                names().forEach((use, run) -> {
                    for (String text : HOSTILE) {
                        harmless(use, text, run);
                    }
                });
                assertThat(Book.objects.count()).isEqualTo(5);
            });
        }
    }

    /** An error of ours before any SQL; or a name that a query may have, in quotes. */
    private static void harmless(String use, String text, Use run) {
        String quoted = Databases.current().main().dialect().quoted(text);
        CaptureQueries queries = CaptureQueries.of(() -> {
            try {
                run.of(text);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).as(use + ": " + text).isNotEmpty();
            }
        });
        for (String sql : queries.sql()) {
            String rest = sql.replace(quoted, "");
            assertThat(text.length() > 2 && rest.contains(text))
                    .as(use + ": " + text + " in " + sql)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesStayValues(String vendor) {
        try (Site opened = LibrarySite.on(vendor, database -> database)) {
            opened.run(() -> {
                LibrarySite.seed();
                for (String text : HOSTILE) {
                    if (text.indexOf('\0') >= 0) {
                        continue; // PostgreSQL has no such texts, and SQLite's LIKE ends there; forms refuse them
                    }
                    asValue(text);
                }
                assertThat(Book.objects.count()).isEqualTo(5);
            });
        }
    }

    private static void asValue(String text) {
        for (String lookup : List.of(
                "exact",
                "iexact",
                "contains",
                "icontains",
                "startswith",
                "istartswith",
                "endswith",
                "iendswith",
                "gt",
                "in")) {
            Object value = lookup.equals("in") ? List.of(text, text) : text;
            List<Book> found = Book.objects.filter("title__" + lookup, value).list();
            if (!lookup.equals("gt")) {
                assertThat(found).as(lookup + ": " + text).allMatch(book -> book.title.contains(text));
            }
        }
        assertThat(Author.objects.filter("books__title", text).exists()).isFalse();
        assertThat(Book.objects.filter(Book_.extra.key(text).eq("x")).list()).isEmpty();
        assertThat(Book.objects.filter(Book_.extra.hasKey(text)).list()).isEmpty();
        assertThat(Book.objects.filter(Book_.extra.hasAnyKeys(text, "other")).list())
                .isEmpty();
        Tag tag = Tag.objects.create(t -> t.name = text);
        assertThat(Tag.objects.get(Tag_.name.eq(text)).id).isEqualTo(tag.id);
        Tag.objects.filter(Tag_.id.eq(tag.id)).update(Tag_.name.to(text + "!"));
        assertThat(Tag.objects.get(tag.id).name).isEqualTo(text + "!");
        Book.objects.filter(Book_.title.eq("Emma")).update(Book_.extra.to(Map.of(text, text)));
        assertThat(Book.objects.get(Book_.title.eq("Emma")).extra).isEqualTo(Map.of(text, text));
        assertThat(Book.objects.filter(Book_.extra.key(text).eq(text)).count()).isEqualTo(1);
        Book.objects.filter(Book_.title.eq("Emma")).update(Book_.extra.to((Object) null));
        Tag.objects.filter(Tag_.id.eq(tag.id)).delete();
        assertThat(Databases.current()
                        .main()
                        .query("SELECT name FROM library_tag WHERE name = ?", row -> row.getString(1), text))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void namesOfTablesAndColumnsAreQuoted(String vendor) {
        try (Site opened = LibrarySite.on(vendor, database -> database)) {
            opened.run(() -> {
                Db db = Databases.current().main();
                for (String name : HOSTILE) {
                    if (name.indexOf('\0') >= 0) {
                        continue; // no database has such a name
                    }
                    String quoted = db.dialect().quoted(name);
                    String sql = "SELECT 1 AS " + quoted;
                    if (name.contains("?")) {
                        continue; // a question mark in SQL by hand is a place for a value
                    }
                    assertThat(db.query(sql, row -> row.getMetaData().getColumnLabel(1)))
                            .as(name)
                            .containsExactly(name);
                }
            });
        }
    }
}
