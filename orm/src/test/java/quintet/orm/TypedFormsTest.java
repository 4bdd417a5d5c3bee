package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.orm.Functions.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Review;
import library.Review_;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** What is written with typed tokens and what is written by Django's names are the same expressions: equal SQL, equal rows, on each database. */
class TypedFormsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static Stream<String> databases() {
        return RandomQueryTest.databases();
    }

    /** An expression in both forms. */
    private record Pair(Expr<Book, ?> typed, Expr<Book, ?> named) {}

    private static void pair(List<Pair> pairs, Expr<Book, ?> typed, String name, Object... arguments) {
        pairs.add(new Pair(typed, Expressions.of(name, List.of(arguments))));
    }

    private static void pair(
            List<Pair> pairs, Expr<Book, ?> typed, Map<String, ?> options, String name, Object... arguments) {
        pairs.add(new Pair(typed, Expressions.of(name, List.of(arguments), options)));
    }

    private static Expr<Book, Object> val(Object value) {
        return Functions.value(value);
    }

    private static List<Pair> texts() {
        List<Pair> all = new ArrayList<>();
        pair(all, Book_.title.lower(), "Lower", "title");
        pair(all, lower(Book_.author().name), "Lower", "author__name");
        pair(all, Book_.title.upper(), "Upper", "title");
        pair(all, Book_.title.length(), "Length", "title");
        pair(all, Book_.title.trim(), "Trim", "title");
        pair(all, Book_.title.ltrim(), "LTrim", "title");
        pair(all, Book_.title.rtrim(), "RTrim", "title");
        pair(all, Book_.title.left(3), "Left", "title", 3);
        pair(all, Book_.title.right(3), "Right", "title", 3);
        pair(all, Book_.title.substr(2), "Substr", "title", 2);
        pair(all, substring(Book_.title, 2, 3), "Substr", "title", 2, 3);
        pair(all, Book_.title.replace("a", "o"), "Replace", "title", val("a"), val("o"));
        pair(all, replace(Book_.title, "a"), "Replace", "title", val("a"));
        pair(all, repeat(Book_.title, 2), "Repeat", "title", 2);
        pair(all, repeat(Book_.isbn, Book_.stock), "Repeat", "isbn", "stock");
        pair(all, Book_.title.reverse(), "Reverse", "title");
        pair(all, lpad(Book_.isbn, 4, "0"), "LPad", "isbn", 4, val("0"));
        pair(all, rpad(Book_.isbn, 4, "xy"), "RPad", "isbn", 4, val("xy"));
        pair(all, lpad(Book_.isbn, 4), "LPad", "isbn", 4);
        pair(all, Book_.title.strIndex("an"), "StrIndex", "title", val("an"));
        pair(all, ord(Book_.title), "Ord", "title");
        pair(
                all,
                chr(Book_.stock.plus(65)),
                "Chr",
                Functions.<Book, Object>f("stock").combine("+", val(65)));
        pair(all, md5(Book_.title), "MD5", "title");
        pair(all, sha224(Book_.title), "SHA224", "title");
        pair(all, sha256(Book_.title), "SHA256", "title");
        pair(all, sha384(Book_.title), "SHA384", "title");
        pair(all, sha512(Book_.title), "SHA512", "title");
        pair(
                all,
                concat(Book_.title, Functions.<Book, String>value(": "), Book_.isbn),
                "Concat",
                "title",
                val(": "),
                "isbn");
        pair(all, Book_.title.concat(Book_.isbn), "Concat", "title", "isbn");
        pair(
                all,
                Book_.title.lower().left(2).upper(),
                "Upper",
                Expressions.of("Left", List.of(Expressions.of("Lower", List.of("title")), 2)));
        return all;
    }

    private static List<Pair> numbers() {
        List<Pair> all = new ArrayList<>();
        pair(all, Book_.stock.abs(), "Abs", "stock");
        pair(all, Book_.rating.ceil(), "Ceil", "rating");
        pair(all, Book_.rating.floor(), "Floor", "rating");
        pair(all, Book_.price.round(1), "Round", "price", 1);
        pair(all, round(Book_.rating), "Round", "rating");
        pair(
                all,
                Book_.stock.minus(2).sign(),
                "Sign",
                Functions.<Book, Object>f("stock").combine("-", val(2)));
        pair(all, sqrt(Book_.stock), "Sqrt", "stock");
        pair(all, exp(Book_.stock), "Exp", "stock");
        pair(all, ln(Book_.rating), "Ln", "rating");
        pair(all, log(10, Book_.rating), "Log", 10, "rating");
        pair(all, mod(Book_.stock, 3), "Mod", "stock", 3);
        pair(all, power(Book_.rating, 2), "Power", "rating", 2);
        pair(all, power(Book_.stock, Book_.rating), "Power", "stock", "rating");
        pair(all, pi(), "Pi");
        pair(all, sin(Book_.rating), "Sin", "rating");
        pair(all, cos(Book_.rating), "Cos", "rating");
        pair(all, tan(Book_.rating), "Tan", "rating");
        pair(all, cot(Book_.rating), "Cot", "rating");
        pair(
                all,
                asin(Book_.rating.dividedBy(10.0)),
                "ASin",
                Functions.<Book, Object>f("rating").combine("/", val(10.0)));
        pair(
                all,
                acos(Book_.rating.dividedBy(10.0)),
                "ACos",
                Functions.<Book, Object>f("rating").combine("/", val(10.0)));
        pair(all, atan(Book_.rating), "ATan", "rating");
        pair(all, atan2(Book_.rating, Book_.stock), "ATan2", "rating", "stock");
        pair(all, degrees(Book_.rating), "Degrees", "rating");
        pair(all, radians(Book_.rating), "Radians", "rating");
        all.add(new Pair(
                Book_.stock.bitAnd(3), Functions.<Book, Object>f("stock").bitAnd(val(3L))));
        all.add(new Pair(
                Book_.stock.bitOr(8), Functions.<Book, Object>f("stock").bitOr(val(8L))));
        all.add(new Pair(
                Book_.stock.bitXor(1), Functions.<Book, Object>f("stock").bitXor(val(1L))));
        all.add(new Pair(
                Book_.stock.shiftLeft(2), Functions.<Book, Object>f("stock").shiftLeft(val(2))));
        all.add(new Pair(
                Book_.stock.shiftRight(1), Functions.<Book, Object>f("stock").shiftRight(val(1))));
        return all;
    }

    private static List<Pair> dates() {
        List<Pair> all = new ArrayList<>();
        pair(all, Book_.published.year(), "ExtractYear", "published");
        pair(all, extractYear(Book_.published), "Extract", "published", "year");
        pair(all, extractIsoYear(Book_.published), "ExtractIsoYear", "published");
        pair(all, extractQuarter(Book_.published), "ExtractQuarter", "published");
        pair(all, Book_.published.month(), "ExtractMonth", "published");
        pair(all, extractWeek(Book_.published), "ExtractWeek", "published");
        pair(all, Book_.published.day(), "ExtractDay", "published");
        pair(all, extractWeekDay(Book_.published), "ExtractWeekDay", "published");
        pair(all, Book_.published.isoWeekDay(), "ExtractIsoWeekDay", "published");
        pair(all, extract(Book_.created, "hour", TOKYO), Map.of("tzinfo", TOKYO), "ExtractHour", "created");
        pair(all, extractMinute(Book_.created), "ExtractMinute", "created");
        pair(all, extractSecond(Book_.created), "ExtractSecond", "created");
        pair(all, truncYear(Book_.published), "TruncYear", "published");
        pair(all, truncQuarter(Book_.published), "TruncQuarter", "published");
        pair(all, Book_.published.truncatedTo("month"), "TruncMonth", "published");
        pair(all, truncWeek(Book_.published), "TruncWeek", "published");
        pair(all, trunc(Book_.created, "day", TOKYO), Map.of("tzinfo", TOKYO), "TruncDay", "created");
        pair(all, truncHour(Book_.created), "TruncHour", "created");
        pair(all, truncMinute(Book_.created), "TruncMinute", "created");
        pair(all, truncSecond(Book_.created), "TruncSecond", "created");
        pair(all, Book_.created.date(TOKYO), Map.of("tzinfo", TOKYO), "TruncDate", "created");
        pair(all, Book_.created.date(), "TruncDate", "created");
        pair(all, truncTime(Book_.created), "TruncTime", "created");
        return all;
    }

    private static List<Pair> others() {
        List<Pair> all = new ArrayList<>();
        pair(all, coalesce(Book_.rating, 0.5), "Coalesce", "rating", 0.5);
        pair(all, Book_.rating.coalesce(0.5), "Coalesce", "rating", 0.5);
        pair(all, coalesce(Book_.title, Book_.isbn), "Coalesce", "title", "isbn");
        pair(all, greatest(Book_.stock, Book_.author().age), "Greatest", "stock", "author__age");
        pair(all, least(Book_.stock, Book_.author().age), "Least", "stock", "author__age");
        pair(all, nullIf(Book_.stock, 0), "NullIf", "stock", 0);
        pair(all, cast(Book_.stock, Double.class), "Cast", "stock", OutputField.of(Double.class));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("t", f("title"));
        keys.put("s", f("stock"));
        Map<String, Expr<Book, ?>> typed = new LinkedHashMap<>();
        typed.put("t", Book_.title);
        typed.put("s", Book_.stock);
        pair(all, jsonObject(typed), keys, "JSONObject");
        pair(all, jsonArray(Book_.title, Book_.stock), "JSONArray", "title", "stock");
        return all;
    }

    private static List<Pair> windows() {
        List<Pair> all = new ArrayList<>();
        Map<String, Object> byAuthor = Map.of("partition_by", "author", "order_by", List.of("-price", "id"));
        Window<Book> typed = Window.<Book>partitionBy(Book_.author()).orderBy(Book_.price.desc(), Book_.id);
        pair(all, rowNumber().over(typed), byAuthor, "Window", Expressions.of("RowNumber", List.of()));
        pair(all, rank().over(typed), byAuthor, "Window", Expressions.of("Rank", List.of()));
        pair(all, denseRank().over(typed), byAuthor, "Window", Expressions.of("DenseRank", List.of()));
        pair(all, percentRank().over(typed), byAuthor, "Window", Expressions.of("PercentRank", List.of()));
        pair(all, cumeDist().over(typed), byAuthor, "Window", Expressions.of("CumeDist", List.of()));
        pair(all, ntile(2).over(typed), byAuthor, "Window", Expressions.of("Ntile", List.of(2)));
        pair(
                all,
                firstValue(Book_.title).over(typed),
                byAuthor,
                "Window",
                Expressions.of("FirstValue", List.of("title")));
        pair(
                all,
                lastValue(Book_.title).over(typed),
                byAuthor,
                "Window",
                Expressions.of("LastValue", List.of("title")));
        pair(
                all,
                nthValue(Book_.title, 2).over(typed),
                byAuthor,
                "Window",
                Expressions.of("NthValue", List.of("title", 2)));
        pair(all, lag(Book_.stock).over(typed), byAuthor, "Window", Expressions.of("Lag", List.of("stock")));
        pair(
                all,
                lead(Book_.stock, 1, -1).over(typed),
                byAuthor,
                "Window",
                Expressions.of("Lead", List.of("stock", 1, -1)));
        pair(
                all,
                Aggregates.sum(Book_.stock)
                        .over(Window.orderedBy(Book_.id.asc()).frame(WindowFrame.rows(-1, 0))),
                Map.of("order_by", "id", "frame", WindowFrame.rows(-1, 0)),
                "Window",
                Expressions.of("Sum", List.of("stock")));
        return all;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void functionsGiveTheSameSqlAndRows(String vendor) {
        try (Site site = LibrarySite.on(vendor, database -> database)) {
            site.run(() -> {
                LibrarySite.seed();
                Stream.of(texts(), numbers(), dates(), others(), windows())
                        .flatMap(List::stream)
                        .forEach(TypedFormsTest::check);
            });
        }
    }

    private static void check(Pair pair) {
        QuerySet<Book> books = Book.objects.orderBy("id");
        Values.Lists<Book> typed = books.valuesList(List.of(pair.typed().as("v")));
        Values.Lists<Book> named = books.valuesList(List.of(pair.named().as("v")));
        assertThat(typed.toString()).isEqualTo(named.toString());
        assertThat(rows(typed)).as(typed.toString()).isEqualTo(rows(named));
        assertThat(books.annotate(pair.typed().as("v"))
                        .filter("v__isnull", false)
                        .count())
                .as(typed.toString())
                .isPositive();
    }

    /** The last digits of numbers are the database's affair. */
    private static List<Object> rows(Values.Lists<Book> query) {
        List<Object> rows = new ArrayList<>();
        query.list().forEach(row -> rows.add(plain(row.getFirst())));
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).setScale(9, RoundingMode.HALF_UP)
                : value;
    }

    private record Agg(Aggregate<Author, ?> typed, Expr<Author, ?> named) {}

    private static List<Agg> aggregates() {
        return List.of(
                new Agg(Aggregates.count(Author_.books()), Expressions.of("Count", List.of("books"))),
                new Agg(
                        Aggregates.countDistinct(Author_.books().genre),
                        Expressions.of("Count", List.of("books__genre"), Map.of("distinct", true))),
                new Agg(
                        Aggregates.sum(Author_.books().stock)
                                .filter(Author_.books().stock.gt(2))
                                .orElse(0),
                        Expressions.of(
                                "Sum",
                                List.of("books__stock"),
                                Map.of("filter", Cond.lookup("books__stock__gt", 2), "default", 0))),
                new Agg(Aggregates.avg(Author_.books().rating), Expressions.of("Avg", List.of("books__rating"))),
                new Agg(Aggregates.min(Author_.books().title), Expressions.of("Min", List.of("books__title"))),
                new Agg(Aggregates.max(Author_.books().published), Expressions.of("Max", List.of("books__published"))),
                new Agg(Aggregates.stdDev(Author_.books().stock), Expressions.of("StdDev", List.of("books__stock"))),
                new Agg(
                        Aggregates.stdDevSample(Author_.books().stock),
                        Expressions.of("StdDev", List.of("books__stock"), Map.of("sample", true))),
                new Agg(
                        Aggregates.variance(Author_.books().stock),
                        Expressions.of("Variance", List.of("books__stock"))),
                new Agg(
                        Aggregates.varianceSample(Author_.books().stock),
                        Expressions.of("Variance", List.of("books__stock"), Map.of("sample", true))),
                new Agg(Aggregates.bitAnd(Author_.books().stock), Expressions.of("BitAnd", List.of("books__stock"))),
                new Agg(Aggregates.bitOr(Author_.books().stock), Expressions.of("BitOr", List.of("books__stock"))),
                new Agg(Aggregates.bitXor(Author_.books().stock), Expressions.of("BitXor", List.of("books__stock"))),
                new Agg(
                        Aggregates.stringAgg(Author_.books().title, "; ")
                                .orderBy(Author_.books().title.desc()),
                        Expressions.of(
                                "StringAgg",
                                List.of("books__title"),
                                Map.of("delimiter", Functions.value("; "), "order_by", List.of("-books__title")))));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aggregatesGiveTheSameSqlAndRows(String vendor) {
        try (Site site = LibrarySite.on(vendor, database -> database)) {
            site.run(() -> {
                LibrarySite.seed();
                for (Agg agg : aggregates()) {
                    QuerySet<Author> authors = Author.objects.orderBy("id");
                    Values.Maps<Author> typed =
                            authors.annotate(agg.typed().as("v")).values("id", "v");
                    Values.Maps<Author> named =
                            authors.annotate(agg.named().as("v")).values("id", "v");
                    assertThat(typed.toString()).isEqualTo(named.toString());
                    assertThat(typed.list()).as(typed.toString()).isEqualTo(named.list());
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void lookupsGiveTheSameSqlAndRows(String vendor) {
        Map<String, Cond<Book>> typed = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        put(typed, values, "title__exact", "Emma", Book_.title.eq("Emma"));
        put(typed, values, "title__iexact", "emma", Book_.title.iexact("emma"));
        put(typed, values, "title__contains", "and", Book_.title.contains("and"));
        put(typed, values, "title__icontains", "AND", Book_.title.icontains("AND"));
        put(typed, values, "title__startswith", "W", Book_.title.startsWith("W"));
        put(typed, values, "title__istartswith", "w", Book_.title.istartsWith("w"));
        put(typed, values, "title__endswith", "a", Book_.title.endsWith("a"));
        put(typed, values, "title__iendswith", "A", Book_.title.iendsWith("A"));
        put(typed, values, "title__regex", "^E", Book_.title.regex("^E"));
        put(typed, values, "title__iregex", "^e", Book_.title.iregex("^e"));
        put(typed, values, "title__in", List.of("Emma", "x"), Book_.title.in("Emma", "x"));
        put(typed, values, "stock__gt", 1, Book_.stock.gt(1));
        put(typed, values, "stock__gte", 1, Book_.stock.gte(1));
        put(typed, values, "stock__lt", 2, Book_.stock.lt(2));
        put(typed, values, "stock__lte", 2, Book_.stock.lte(2));
        put(typed, values, "stock__range", List.of(1, 3), Book_.stock.between(1, 3));
        put(typed, values, "rating__isnull", true, Book_.rating.isNull());
        put(typed, values, "rating__isnull", false, Book_.rating.isNotNull());
        put(typed, values, "published__year", 1815, Book_.published.year().eq(1815));
        put(typed, values, "published__year__gte", 1815, Book_.published.year().gte(1815));
        put(
                typed,
                values,
                "published__iso_year",
                1815,
                Book_.published.isoYear().eq(1815));
        put(typed, values, "published__quarter", 4, Book_.published.quarter().eq(4));
        put(typed, values, "published__month", 12, Book_.published.month().eq(12));
        put(typed, values, "published__week", 1, Book_.published.week().gte(1));
        put(typed, values, "published__day", 1, Book_.published.day().eq(1));
        put(typed, values, "published__week_day", 6, Book_.published.weekDay().eq(6));
        put(
                typed,
                values,
                "published__iso_week_day",
                5,
                Book_.published.isoWeekDay().eq(5));
        put(
                typed,
                values,
                "created__date__gte",
                LocalDate.of(2020, 1, 1),
                Book_.created.date().gte(LocalDate.of(2020, 1, 1)));
        put(typed, values, "created__hour__gte", 0, Book_.created.hour().gte(0));
        put(typed, values, "created__minute__gte", 0, Book_.created.minute().gte(0));
        put(typed, values, "created__second__gte", 0, Book_.created.second().gte(0));
        put(typed, values, "author__name__contains", "Leo", Book_.author().name.contains("Leo"));
        put(
                typed,
                values,
                "author__name__startswith",
                f("title"),
                Book_.author().name.startsWith(Book_.title));
        try (Site site = LibrarySite.on(vendor, database -> database)) {
            site.run(() -> {
                LibrarySite.seed();
                typed.forEach((key, condition) -> {
                    String lookup = key.substring(0, key.indexOf('#'));
                    if (lookup.equals("published__week")) {
                        lookup = "published__week__gte";
                    }
                    QuerySet<Book> one = Book.objects.filter(condition).orderBy("id");
                    QuerySet<Book> other =
                            Book.objects.filter(lookup, values.get(key)).orderBy("id");
                    assertThat(one.toString()).isEqualTo(other.toString());
                    assertThat(one.list()).isEqualTo(other.list());
                });
                assertThat(Book.objects
                                .filter(Book_.stock.between(Book_.stock, Book_.author().age))
                                .count())
                        .isEqualTo(5);
                assertThat(Book.objects
                                .filter(Book_.id.inAny(Book_.id, Book_.author().id))
                                .count())
                        .isEqualTo(5);
                assertThat(Book.objects.filter("stock__in", List.of(f("id"), 7)).count())
                        .isPositive();
            });
        }
    }

    private static void put(
            Map<String, Cond<Book>> typed,
            Map<String, Object> values,
            String lookup,
            Object value,
            Cond<Book> condition) {
        String key = lookup + "#" + typed.size();
        typed.put(key, condition);
        values.put(key, value);
    }

    @Test
    void resultsHaveTheirTypes() {
        try (Site site = LibrarySite.inMemory()) {
            site.run(() -> {
                LibrarySite.seed();
                Expr<Book, Integer> place =
                        rank().over(Window.orderedBy(Book_.price.desc())).as("place");
                Expr<Book, Integer> before = lag(Book_.stock, 1, 0)
                        .over(Window.orderedBy(Book_.id.asc()))
                        .as("before");
                Book dearest = Book.objects
                        .annotate(place, before)
                        .orderBy(place)
                        .first()
                        .orElseThrow();
                Integer first = place.of(dearest);
                assertThat(first).isEqualTo(1);
                assertThat(before.of(dearest)).isZero();
                Expr<Author, Integer> stars = Functions.<Author, Integer>subquery(Review.objects
                                .filter(Review_.by().id.eq(outer(Author_.id)))
                                .orderBy(Review_.stars.desc())
                                .values(Review_.stars))
                        .as("stars");
                Author leo = Author.objects
                        .annotate(stars)
                        .filter(Author_.name.contains("Leo"))
                        .get();
                assertThat(stars.of(leo)).isEqualTo(5);
                String mark = Book.objects
                        .values(when(Book_.stock.eq(0), "gone").otherwise("there"))
                        .list()
                        .getLast();
                assertThat(mark).isEqualTo("there");
                Integer bonus = Book.objects.aggregate(Aggregates.sum(when(Book_.title.eq("Emma"), 10)
                        .when(Book_.title.startsWith("Pride"), Book_.stock.times(0))
                        .otherwise(1)));
                assertThat(bonus).isEqualTo(10 + (int) Book.objects.count() - 2);
            });
        }
    }
}
