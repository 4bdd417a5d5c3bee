package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/** Random computed values, groups, windows and conditions on relations to many give what loops over the objects give, on each database. */
class RandomShapesTest {
    private static final int DATA_SETS = 3;
    private static final int QUERIES = 40;

    static Stream<String> databases() {
        return RandomQueryTest.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void giveWhatALoopGives(String vendor) {
        try (Site site = LibrarySite.on(vendor, database -> database)) {
            site.run(() -> {
                for (int set = 0; set < DATA_SETS; set++) {
                    RandomQueryTest.fill(new Random(100 + set));
                    List<Book> books = Book.objects
                            .selectRelated("author", "author__mentor")
                            .orderBy("id")
                            .list();
                    List<Author> authors = Author.objects
                            .prefetchRelated("books", "books__reviews")
                            .orderBy("id")
                            .list();
                    for (int i = 0; i < QUERIES; i++) {
                        Random random = new Random(set * 10_000L + i);
                        String which = "data " + set + ", query " + i + " on " + vendor;
                        computed(random, books, which);
                        groups(random, books, which);
                        windows(random, books, which);
                        related(random, authors, which);
                    }
                }
            });
        }
    }

    // --- Computed values

    /** A number twice: as an expression and as a function. Null where a part is. */
    private record Number(NumberExpr<Book, Integer> asked, Function<Book, @Nullable Integer> meant, String text) {}

    private static Number number(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Number(Book_.stock, book -> book.stock, "stock");
                case 1 -> new Number(Book_.author().age, book -> book.author.get().age, "age");
                default ->
                    new Number(
                            Book_.author().mentor().age,
                            book -> {
                                Ref<Author> mentor = book.author.get().mentor;
                                return mentor == null || !mentor.isPresent() ? null : (Integer) mentor.get().age;
                            },
                            "mentor's age");
            };
        }
        Number left = number(random, depth - 1);
        Number right = number(random, depth - 1);
        int constant = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> both(left, right, left.asked().plus(right.asked()), Integer::sum, "+");
            case 1 -> both(left, right, left.asked().minus(right.asked()), (a, b) -> a - b, "-");
            case 2 -> both(left, right, left.asked().times(right.asked()), (a, b) -> a * b, "*");
            case 3 ->
                new Number(
                        left.asked().plus(20).modulo(constant),
                        book -> apply(left.meant().apply(book), n -> (n + 20) % constant),
                        "(" + left.text() + " + 20) % " + constant);
            case 4 ->
                new Number(
                        left.asked().coalesce(constant),
                        book -> Objects.requireNonNullElse(left.meant().apply(book), constant),
                        "coalesce(" + left.text() + ", " + constant + ")");
            default ->
                new Number(
                        left.asked().abs(),
                        book -> apply(left.meant().apply(book), Math::abs),
                        "|" + left.text() + "|");
        };
    }

    private static Number both(
            Number left,
            Number right,
            NumberExpr<Book, Integer> asked,
            java.util.function.BinaryOperator<Integer> meant,
            String operator) {
        return new Number(
                asked,
                book -> {
                    Integer a = left.meant().apply(book);
                    Integer b = right.meant().apply(book);
                    return a == null || b == null ? null : meant.apply(a, b);
                },
                "(" + left.text() + " " + operator + " " + right.text() + ")");
    }

    private static @Nullable Integer apply(@Nullable Integer value, java.util.function.UnaryOperator<Integer> change) {
        return value == null ? null : change.apply(value);
    }

    private static void computed(Random random, List<Book> books, String which) {
        Number a = number(random, 2);
        Number b = number(random, 1);
        String text = which + ": " + a.text() + " with " + b.text();
        Expr<Book, Integer> v = a.asked().as("v");
        int limit = random.nextInt(8) - 1;
        boolean exclude = random.nextBoolean();
        boolean xor = random.nextInt(3) == 0;
        Cond<Book> one = Cond.lookup("v__gt", limit);
        Cond<Book> other = Cond.<Book>lookup("v__lte", b.asked());
        Cond<Book> condition = xor ? one.xor(other) : random.nextBoolean() ? one.and(other) : one.or(other);
        boolean and = condition.node().equals(one.and(other).node());
        Predicate<Book> meant = book -> {
            Integer value = a.meant().apply(book);
            Integer right = b.meant().apply(book);
            boolean first = value != null && value > limit;
            boolean second = value != null && right != null && value <= right;
            return xor ? first ^ second : and ? first && second : first || second;
        };
        // A condition on a computed value that is null is unknown, and so is its opposite; so exclude only where
        // nothing is null.
        boolean known = books.stream()
                .allMatch(book -> a.meant().apply(book) != null && b.meant().apply(book) != null);
        boolean turned = exclude && known;
        QuerySet<Book> query = Book.objects.annotate(v);
        query = turned ? query.exclude(condition) : query.filter(condition);
        boolean first = random.nextBoolean();
        boolean down = random.nextBoolean();
        Order<Book> order = Order.of((down ? "-" : "") + "v");
        query = query.orderBy(first ? order.nullsFirst() : order.nullsLast(), Order.of("id"));
        Comparator<Integer> natural = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable Integer> nulls = first ? Comparator.nullsFirst(natural) : Comparator.nullsLast(natural);
        List<Book> expected = books.stream()
                .filter(turned ? meant.negate() : meant)
                .sorted(Comparator.comparing(a.meant(), nulls).thenComparing(book -> book.id))
                .toList();
        int low = random.nextInt(3);
        int high = low + random.nextInt(9);
        if (random.nextInt(3) == 0) {
            query = query.slice(low, high);
            expected = expected.subList(Math.min(low, expected.size()), Math.min(high, expected.size()));
        }
        List<Book> found = query.list();
        assertThat(found.stream().map(book -> book.id))
                .as(text + "\n" + query)
                .containsExactlyElementsOf(
                        expected.stream().map(book -> book.id).toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(v.of(found.get(i))).as(text).isEqualTo(a.meant().apply(expected.get(i)));
        }
    }

    // --- Groups

    private static void groups(Random random, List<Book> books, String which) {
        List<String> keys = List.of("author__age", "in_print", "published__year", "author__mentor__name", "rating");
        String key = keys.get(random.nextInt(keys.size()));
        Function<Book, @Nullable Object> keyOf = book -> switch (key) {
            case "in_print" -> book.inPrint;
            case "published__year" -> book.published == null ? null : book.published.getYear();
            case "author__mentor__name" -> {
                Ref<Author> mentor = book.author.get().mentor;
                yield mentor == null || !mentor.isPresent() ? null : mentor.get().name;
            }
            case "rating" -> book.rating;
            default -> book.author.get().age;
        };
        int least = random.nextInt(3);
        int limit = random.nextInt(4);
        List<Map<String, Object>> found = Book.objects
                .orderBy()
                .values(key.equals("in_print") ? "inPrint" : key)
                .annotate(Aggregates.count(Book_.id).as("n"))
                .annotate(Aggregates.sum(Book_.stock).as("s"))
                .annotate(Aggregates.sum(Book_.stock)
                        .filter(Book_.stock.gt(limit))
                        .orElse(-1)
                        .as("f"))
                .annotate(Aggregates.countDistinct(Book_.stock).as("d"))
                .annotate(Aggregates.count(Book_.rating).as("r"))
                .annotate(Aggregates.avg(Book_.stock).as("a"))
                .annotate(Aggregates.min(Book_.stock).as("lo"))
                .annotate(Aggregates.max(Book_.title).as("hi"))
                .filter("n__gt", least)
                .list();
        Map<Object, List<Book>> groups = new LinkedHashMap<>();
        books.forEach(book -> groups.computeIfAbsent(String.valueOf(keyOf.apply(book)), k -> new ArrayList<>())
                .add(book));
        groups.values().removeIf(group -> group.size() <= least);
        String text = which + ": by " + key + ", more than " + least;
        assertThat(found).as(text).hasSize(groups.size());
        for (Map<String, Object> row : found) {
            List<Book> group = groups.get(String.valueOf(row.values().iterator().next()));
            assertThat(group).as(text + ": " + row).isNotNull();
            assertThat(row.get("n")).isEqualTo((long) group.size());
            assertThat(((java.lang.Number) row.get("s")).intValue())
                    .isEqualTo(group.stream().mapToInt(b -> b.stock).sum());
            boolean some = group.stream().anyMatch(b -> b.stock > limit);
            assertThat(((java.lang.Number) row.get("f")).intValue())
                    .isEqualTo(
                            some
                                    ? group.stream()
                                            .mapToInt(b -> b.stock > limit ? b.stock : 0)
                                            .sum()
                                    : -1);
            Set<Integer> different = new HashSet<>();
            group.forEach(b -> different.add(b.stock));
            assertThat(row.get("d")).isEqualTo((long) different.size());
            assertThat(row.get("r"))
                    .isEqualTo(group.stream().filter(b -> b.rating != null).count());
            assertThat((Double) row.get("a"))
                    .isCloseTo(group.stream().mapToInt(b -> b.stock).average().orElseThrow(), within(1e-9));
            assertThat(row.get("lo"))
                    .isEqualTo(group.stream().mapToInt(b -> b.stock).min().orElseThrow());
            assertThat(row.get("hi"))
                    .isEqualTo(group.stream()
                            .map(b -> b.title)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }
    }

    // --- Windows

    private static void windows(Random random, List<Book> books, String which) {
        boolean grouped = random.nextBoolean();
        boolean down = random.nextBoolean();
        int most = 1 + random.nextInt(3);
        Window<Book> window = grouped ? Window.<Book>partitionBy(Book_.author()) : Window.<Book>everything();
        window = window.orderBy(down ? Book_.stock.desc() : Book_.stock.asc(), Book_.id.asc());
        Expr<Book, Integer> place = Functions.rowNumber().over(window).as("place");
        Expr<Book, Integer> running = Aggregates.sum(Book_.stock)
                .over(window.frame(WindowFrame.rows(null, 0)))
                .as("running");
        Expr<Book, Integer> before =
                Functions.lag(Book_.stock, 1, -7).over(window).as("before");
        List<Book> found = Book.objects
                .annotate(place, running)
                .annotate(before)
                .filter("place__lte", most)
                .orderBy("id")
                .list();
        Comparator<Book> byStock = Comparator.comparing(book -> book.stock);
        Comparator<Book> order = (down ? byStock.reversed() : byStock).thenComparing(book -> book.id);
        Map<Object, List<Book>> groups = new LinkedHashMap<>();
        books.forEach(book -> groups.computeIfAbsent(
                        grouped ? Objects.requireNonNull(book.author.id()) : "", k -> new ArrayList<>())
                .add(book));
        Map<Long, List<Integer>> expected = new LinkedHashMap<>();
        for (List<Book> group : groups.values()) {
            List<Book> sorted = group.stream().sorted(order).toList();
            int sum = 0;
            for (int i = 0; i < sorted.size(); i++) {
                sum += sorted.get(i).stock;
                if (i < most) {
                    expected.put(sorted.get(i).id, List.of(i + 1, sum, i == 0 ? -7 : sorted.get(i - 1).stock));
                }
            }
        }
        assertThat(found).as(which).hasSize(expected.size());
        for (Book book : found) {
            assertThat(List.of(place.of(book), running.of(book), before.of(book)))
                    .as(which + ": window")
                    .isEqualTo(expected.get(book.id));
        }
    }

    // --- Relations to many

    private static void related(Random random, List<Author> authors, String which) {
        int stock = random.nextInt(6) - 1;
        int stars = 1 + random.nextInt(5);
        Predicate<Book> plenty = book -> book.stock > stock;
        // Within one filter both conditions are of one book, and its reviews of one of them.
        Cond<Author> same = Author_.books()
                .stock
                .gt(stock)
                .and(Author_.books().reviews().stars.eq(stars));
        Predicate<Book> starred = book -> book.reviews.stream().anyMatch(review -> review.stars == stars);
        assertThat(keys(Author.objects.filter(same).distinct()))
                .as(which + ": same book, stock > " + stock + ", stars " + stars)
                .isEqualTo(keys(authors, author -> any(author, plenty.and(starred))));
        assertThat(keys(Author.objects
                        .filter(Author_.books().stock.gt(stock))
                        .filter(Author_.books().reviews().stars.eq(stars))
                        .distinct()))
                .as(which + ": any books")
                .isEqualTo(keys(authors, author -> any(author, plenty) && any(author, starred)));
        assertThat(keys(Author.objects.exclude(Author_.books().stock.gt(stock))))
                .as(which + ": exclude stock > " + stock)
                .isEqualTo(keys(authors, author -> !any(author, plenty)));
        assertThat(keys(Author.objects.exclude(Author_.books().reviews().stars.eq(stars))))
                .as(which + ": exclude stars " + stars)
                .isEqualTo(keys(authors, author -> !any(author, starred)));
        assertThat(keys(Author.objects.filter(
                        Author_.age.gt(2).or(Author_.books().stock.gt(stock).not()))))
                .as(which + ": age > 2 or not stock > " + stock)
                .isEqualTo(keys(authors, author -> author.age > 2 || !any(author, plenty)));
        // A filter before the annotation chooses the rows it counts; one after it does not.
        Expr<Author, Long> n = Aggregates.count(Author_.books()).as("n");
        Map<Long, Long> counted = new LinkedHashMap<>();
        Author.objects
                .filter(Author_.books().stock.gt(stock))
                .annotate(n)
                .orderBy("id")
                .list()
                .forEach(author -> counted.put(author.id, n.of(author)));
        Map<Long, Long> expected = new LinkedHashMap<>();
        authors.stream()
                .filter(author -> any(author, plenty))
                .forEach(author -> expected.put(
                        author.id, author.books.stream().filter(plenty).count()));
        assertThat(counted).as(which + ": filter, then count").isEqualTo(expected);
        long least = random.nextInt(4);
        assertThat(keys(Author.objects.annotate(n).filter(n.gte(least))))
                .as(which + ": count >= " + least)
                .isEqualTo(keys(authors, author -> author.books.stream().count() >= least));
        Long most = Author.objects.annotate(n).aggregate(Aggregates.max(n));
        assertThat(most)
                .isEqualTo(authors.stream()
                        .mapToLong(author -> author.books.stream().count())
                        .max()
                        .orElseThrow());
    }

    private static boolean any(Author author, Predicate<Book> condition) {
        return author.books.stream().anyMatch(condition);
    }

    private static List<Long> keys(QuerySet<Author> authors) {
        return authors.orderBy("id").list().stream().map(author -> author.id).toList();
    }

    private static List<Long> keys(List<Author> authors, Predicate<Author> condition) {
        return authors.stream().filter(condition).map(author -> author.id).toList();
    }
}
