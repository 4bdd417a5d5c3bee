package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import library.Author;
import library.Book;
import library.LibrarySite;
import library.Review;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.core.Site;

/**
 * Random queries over random rows give what a plain loop over the objects gives, on each database. Where NULL is in play the loop follows
 * Django: within a negation a comparison with NULL is false, so that {@code exclude} keeps such rows.
 */
class RandomQueryTest {
    private static final int DATA_SETS = 3;
    private static final int QUERIES = 60;
    private static final List<String> WORDS =
            List.of("", "a", "A", "ab", "Ab c", "b_", "50%", "it's", "x\\y", "\"q\"", "zz top", "B");

    static Stream<String> databases() {
        return Stream.of("sqlite", "postgresql", "mysql").filter(RandomQueryTest::isThere);
    }

    private static boolean isThere(String vendor) {
        return switch (vendor) {
            case "postgresql" -> System.getenv("QUINTET_TEST_POSTGRES") != null;
            case "mysql" -> System.getenv("QUINTET_TEST_MARIADB") != null;
            default -> true;
        };
    }

    /** A condition twice: as a query's and as a loop's. */
    private record Both(Cond<Book> asked, Predicate<Book> meant, String text) {}

    /** An ordering twice. */
    private record Sort(List<Order<Book>> asked, Comparator<Book> meant, String text) {}

    @ParameterizedTest
    @MethodSource("databases")
    void giveWhatALoopGives(String vendor) {
        try (Site site = LibrarySite.on(vendor, database -> database)) {
            site.run(() -> {
                for (int set = 0; set < DATA_SETS; set++) {
                    fill(new Random(set));
                    for (int i = 0; i < QUERIES; i++) {
                        check(new Random(set * 10_000L + i), "data " + set + ", query " + i + " on " + vendor);
                    }
                }
            });
        }
    }

    // --- Rows

    static void fill(Random random) {
        Review.objects.all().delete();
        Book.objects.all().delete();
        Author.objects.update(new Assignment<>("mentor", new quintet.orm.internal.query.Node.Param(null)));
        Author.objects.all().delete();
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Author author = new Author();
            author.name = pick(random, WORDS);
            author.age = random.nextInt(5);
            author.mentor = authors.isEmpty() || random.nextBoolean() ? null : Ref.of(pick(random, authors));
            author.save();
            authors.add(author);
        }
        for (int i = 0; i < 12; i++) {
            Book book = new Book();
            book.title = pick(random, WORDS);
            book.isbn = "i" + i;
            book.author = Ref.of(pick(random, authors));
            book.price = BigDecimal.valueOf(random.nextInt(400), 2);
            book.published =
                    random.nextInt(3) == 0 ? null : LocalDate.of(1999 + random.nextInt(3), 1 + random.nextInt(12), 28);
            book.stock = random.nextInt(6) - 1;
            book.rating = random.nextInt(3) == 0 ? null : random.nextInt(5) / 2.0;
            book.inPrint = random.nextBoolean();
            book.save();
            for (int r = random.nextInt(3); r > 0; r--) {
                Review review = new Review();
                review.book = Ref.of(book);
                review.by = Ref.of(pick(random, authors));
                review.stars = 1 + random.nextInt(5);
                review.save();
            }
        }
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    // --- Queries

    private static void check(Random random, String which) {
        QuerySet<Book> query = Book.objects.selectRelated("author", "author__mentor");
        StringBuilder text = new StringBuilder(which);
        List<Book> expected = new ArrayList<>(Book.objects
                .selectRelated("author", "author__mentor")
                .prefetchRelated("reviews")
                .list());
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            Both both = condition(random, 3);
            boolean exclude = random.nextInt(3) == 0;
            query = exclude ? query.exclude(both.asked()) : query.filter(both.asked());
            expected.removeIf(exclude ? both.meant() : both.meant().negate());
            text.append(exclude ? ".exclude(" : ".filter(").append(both.text()).append(')');
        }
        if (random.nextInt(4) == 0) {
            // Once for each related row that meets it; or none that does.
            int stars = random.nextInt(5);
            boolean exclude = random.nextBoolean();
            Cond<Book> many = Cond.lookup("reviews__stars__gt", stars);
            query = exclude ? query.exclude(many) : query.filter(many);
            List<Book> again = new ArrayList<>();
            for (Book book : expected) {
                int matches =
                        (int) book.reviews.stream().filter(r -> r.stars > stars).count();
                for (int i = exclude ? matches == 0 ? 1 : 0 : matches; i > 0; i--) {
                    again.add(book);
                }
            }
            expected = again;
            text.append(exclude ? ".exclude" : ".filter")
                    .append("(reviews__stars__gt=")
                    .append(stars)
                    .append(')');
        }
        Sort sort = sort(random);
        query = query.orderBy(sort.asked());
        expected.sort(sort.meant());
        text.append(".orderBy(").append(sort.text()).append(')');
        List<Long> keys = expected.stream().map(book -> book.id).toList();
        assertThat(query.count()).as(text + "\n" + query).isEqualTo(keys.size());
        assertThat(query.exists()).as(text + "\n" + query).isEqualTo(!keys.isEmpty());
        if (random.nextInt(3) == 0) {
            int low = random.nextInt(4);
            int high = low + random.nextInt(6);
            query = query.slice(low, high);
            keys = keys.subList(Math.min(low, keys.size()), Math.min(high, keys.size()));
            text.append('[').append(low).append(':').append(high).append(']');
        }
        assertThat(query.list().stream().map(book -> book.id).toList())
                .as(text + "\n" + query)
                .isEqualTo(keys);
        Integer stock =
                query.aggregate(Aggregates.sum(library.Book_.stock)) instanceof Number sum ? sum.intValue() : null;
        List<Long> summed = keys;
        assertThat(stock)
                .as("sum of " + text)
                .isEqualTo(
                        keys.isEmpty()
                                ? null
                                : summed.stream()
                                        .mapToInt(RandomQueryTest::stockOf)
                                        .sum());
    }

    private static int stockOf(Long key) {
        return Book.objects.get(key).stock;
    }

    private static Sort sort(Random random) {
        List<Order<Book>> asked = new ArrayList<>();
        Comparator<Book> meant = null;
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(3); n > 0; n--) {
            String field = pick(
                    random, List.of("stock", "rating", "title", "published", "author__age", "author__mentor__name"));
            boolean descending = random.nextBoolean();
            boolean first = random.nextBoolean();
            Order<Book> order = Order.of((descending ? "-" : "") + field);
            asked.add(first ? order.nullsFirst() : order.nullsLast());
            Comparator<Object> values = (a, b) -> compare(a, b);
            Comparator<Object> directed = descending ? values.reversed() : values;
            Comparator<@Nullable Object> all = first ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
            Comparator<Book> next = Comparator.comparing(book -> value(book, field), all);
            meant = meant == null ? next : meant.thenComparing(next);
            text.append(descending ? "-" : "").append(field).append(first ? " nulls first, " : " nulls last, ");
        }
        asked.add(Order.of("id"));
        Comparator<Book> byKey = Comparator.comparing(book -> book.id);
        return new Sort(asked, meant == null ? byKey : meant.thenComparing(byKey), text + "id");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }

    private static @Nullable Object value(Book book, String field) {
        Author author = book.author.get();
        Author mentor = author.mentor == null ? null : author.mentor.get();
        return switch (field) {
            case "stock" -> book.stock;
            case "rating" -> book.rating;
            case "title" -> book.title;
            case "published" -> book.published;
            case "price" -> book.price;
            case "in_print" -> book.inPrint;
            case "author__age" -> author.age;
            case "author__name" -> author.name;
            case "author__mentor__age" -> mentor == null ? null : mentor.age;
            case "author__mentor__name" -> mentor == null ? null : mentor.name;
            default -> throw new IllegalArgumentException(field);
        };
    }

    // --- Conditions

    private static Both condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return lookup(random);
        }
        Both left = condition(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 3 -> {
                Both right = condition(random, depth - 1);
                yield new Both(
                        left.asked().xor(right.asked()),
                        book -> left.meant().test(book) ^ right.meant().test(book),
                        "(" + left.text() + " ^ " + right.text() + ")");
            }
            case 0 -> {
                Both right = condition(random, depth - 1);
                yield new Both(
                        left.asked().and(right.asked()),
                        left.meant().and(right.meant()),
                        "(" + left.text() + " & " + right.text() + ")");
            }
            case 1 -> {
                Both right = condition(random, depth - 1);
                yield new Both(
                        left.asked().or(right.asked()),
                        left.meant().or(right.meant()),
                        "(" + left.text() + " | " + right.text() + ")");
            }
            default -> new Both(left.asked().not(), left.meant().negate(), "~" + left.text());
        };
    }

    private static Both lookup(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> number(random);
            case 1, 2 -> text(random);
            case 3 -> {
                String field = pick(random, List.of("rating", "published", "author__mentor__name"));
                boolean yes = random.nextBoolean();
                yield both(field, "isnull", yes, value -> (value == null) == yes);
            }
            case 4 -> {
                int year = 1999 + random.nextInt(3);
                String lookup = pick(random, List.of("year", "year__gt", "year__lte", "month__lt"));
                yield both(
                        "published",
                        lookup,
                        lookup.startsWith("month") ? year % 12 : year,
                        value -> value instanceof LocalDate day && dated(day, lookup, year));
            }
            case 5 -> {
                boolean flag = random.nextBoolean();
                yield both("in_print", "exact", flag, value -> Objects.equals(value, flag));
            }
            default -> {
                List<Object> some = List.of(random.nextInt(4), random.nextInt(4));
                yield both(
                        pick(random, List.of("stock", "author__age", "author__mentor__age")),
                        "in",
                        some,
                        value -> value != null && some.contains(value));
            }
        };
    }

    private static boolean dated(LocalDate day, String lookup, int year) {
        return switch (lookup) {
            case "year" -> day.getYear() == year;
            case "year__gt" -> day.getYear() > year;
            case "year__lte" -> day.getYear() <= year;
            default -> day.getMonthValue() < year % 12;
        };
    }

    private static Both number(Random random) {
        String field = pick(random, List.of("stock", "rating", "price", "author__age", "author__mentor__age"));
        Object value = switch (field) {
            case "rating" -> random.nextInt(5) / 2.0;
            case "price" -> BigDecimal.valueOf(random.nextInt(400), 2);
            default -> random.nextInt(5);
        };
        String lookup = pick(random, List.of("exact", "gt", "gte", "lt", "lte"));
        return both(field, lookup, value, found -> found != null && holds(lookup, compare(found, value)));
    }

    private static boolean holds(String lookup, int order) {
        return switch (lookup) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            default -> order == 0;
        };
    }

    private static Both text(Random random) {
        String field = pick(random, List.of("title", "author__name", "author__mentor__name"));
        String value = pick(random, WORDS);
        String lookup = pick(random, List.of("exact", "iexact", "icontains", "istartswith", "iendswith", "gt", "lte"));
        String small = value.toLowerCase(Locale.ROOT);
        BiPredicate<String, String> test = switch (lookup) {
            case "iexact" -> String::equals;
            case "icontains" -> String::contains;
            case "istartswith" -> String::startsWith;
            case "iendswith" -> String::endsWith;
            default -> (found, given) -> false;
        };
        Function<String, Boolean> meant = lookup.startsWith("i")
                ? found -> test.test(found.toLowerCase(Locale.ROOT), small)
                : found -> holds(lookup, found.compareTo(value));
        return both(field, lookup, value, found -> found instanceof String text && meant.apply(text));
    }

    private static Both both(String field, String lookup, Object value, Predicate<@Nullable Object> meant) {
        return new Both(
                Cond.lookup(field.equals("in_print") ? "inPrint__" + lookup : field + "__" + lookup, value),
                book -> meant.test(value(book, field)),
                field + "__" + lookup + "=" + value);
    }
}
