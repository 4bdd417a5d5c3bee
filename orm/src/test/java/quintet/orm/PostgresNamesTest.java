package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import depot.Booking;
import depot.DepotSite;
import depot.Part;
import depot.Part_;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;
import quintet.fields.Range;

/** What only PostgreSQL has, by Django's names and lookups. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresNamesTest {
    private Site site;

    @BeforeEach
    void open() {
        site = DepotSite.onPostgres();
        part("Steel bolts for doors", 3, 10, "steel", "door");
        part("Crème brûlée torch", 5, 20, "fire");
        part("A bolt cutter that cuts bolts", 7, 30, "steel");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void part(String name, int stock, int from, String... tags) {
        Part.objects.create(p -> {
            p.name = name;
            p.stock = stock;
            p.tags = List.of(tags);
            p.fits = Range.of(from, from + 5);
            p.sold = Range.of(LocalDate.of(2024, 1, from % 28), LocalDate.of(2024, 2, 1));
            p.labels = Map.of("maker", name.substring(0, 1), "n", String.valueOf(stock));
        });
    }

    private static Expr<Part, Object> of(String name, List<?> arguments, Map<String, ?> options) {
        return Expressions.of(name, arguments, options);
    }

    private static @Nullable Object total(Expr<Part, Object> aggregate) {
        return Part.objects.aggregate(aggregate);
    }

    private static List<Integer> stocks(String lookup, @Nullable Object value) {
        return Part.objects
                .filter(lookup, value)
                .orderBy("stock")
                .values(Part_.stock)
                .list();
    }

    @Test
    void aggregatesHaveDjangosOptions() {
        assertThat(total(of("ArrayAgg", List.of("stock"), Map.of("order_by", "-stock"))))
                .isEqualTo(List.of(7, 5, 3));
        assertThat(total(of("ArrayAgg", List.of("tags__0"), Map.of("distinct", true, "order_by", "tags__0"))))
                .isEqualTo(List.of("fire", "steel"));
        assertThat(total(of("ArrayAgg", List.of("stock"), Map.of("filter", Part_.stock.gt(100)))))
                .isNull();
        assertThat(total(
                        of("ArrayAgg", List.of("stock"), Map.of("filter", Part_.stock.gt(100), "default", List.of(0)))))
                .isEqualTo(List.of(0));
        assertThat(total(of("JSONBAgg", List.of("stock"), Map.of("order_by", "stock"))))
                .isEqualTo(List.of(3L, 5L, 7L));
        assertThat(total(of("StringAgg", List.of("name", Functions.value("; ")), Map.of("order_by", "stock"))))
                .isEqualTo("Steel bolts for doors; Crème brûlée torch; A bolt cutter that cuts bolts");
        assertThat(total(of("BitXor", List.of("stock"), Map.of()))).isEqualTo(1);
        assertThat(total(of("BoolAnd", List.of(Functions.truth(Part_.stock.gt(3))), Map.of())))
                .isEqualTo(false);
        assertThat(total(of("BoolOr", List.of(Functions.truth(Part_.stock.gt(3))), Map.of())))
                .isEqualTo(true);
    }

    @Test
    void statisticsTakeTwoColumns() {
        assertThat((Double) total(of("Corr", List.of("stock", "fits__startswith"), Map.of())))
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat((Double) total(of("CovarPop", List.of("stock", "stock"), Map.of())))
                .isCloseTo(8 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(total(of("CovarPop", List.of("stock", "stock"), Map.of("sample", true))))
                .isEqualTo(4.0);
        assertThat(total(of("RegrCount", List.of("stock", "stock"), Map.of()))).isEqualTo(3L);
        for (String name : List.of(
                "RegrAvgX", "RegrAvgY", "RegrIntercept", "RegrR2", "RegrSlope", "RegrSXX", "RegrSXY", "RegrSYY")) {
            assertThat(total(of(name, List.of("stock", "stock"), Map.of())))
                    .as(name)
                    .isInstanceOf(Double.class);
        }
        assertThatThrownBy(() -> of("Corr", List.of("stock"), Map.of())).hasMessageContaining("two values");
    }

    @Test
    void searchIsBuiltByDjangosNames() {
        Expr<Part, Object> vector = of("SearchVector", List.of("name"), Map.of("config", "english", "weight", "A"))
                .as("vector");
        Expr<Part, Object> query =
                of("SearchQuery", List.of("bolt -door"), Map.of("config", "english", "search_type", "websearch"));
        assertThat(Part.objects
                        .annotate(vector)
                        .filter("vector", query)
                        .values(Part_.stock)
                        .list())
                .containsExactly(7);
        Expr<Part, Object> rank = of(
                        "SearchRank",
                        List.of(vector, query),
                        Map.of("weights", List.of(0.1, 0.2, 0.4, 1.0), "normalization", 2, "cover_density", true))
                .as("rank");
        assertThat(Part.objects.annotate(rank).orderBy("-rank").first().map(p -> p.stock))
                .contains(7);
        assertThat(Part.objects
                        .annotate(of("SearchRank", List.of("name", "bolt"), Map.of())
                                .as("r"))
                        .count())
                .isEqualTo(3);
        Expr<Part, Object> phrase = of("SearchQuery", List.of("bolt cutter"), Map.of("search_type", "phrase"));
        assertThat(stocks("name__search", phrase)).containsExactly(7);
        assertThat(stocks("name__search", of("SearchQuery", List.of("bolt & !door"), Map.of("search_type", "raw"))))
                .containsExactly(7);
        assertThat(stocks("name__search", of("SearchQuery", List.of("bolt"), Map.of("invert", true))))
                .containsExactly(5);
        assertThat(stocks(
                        "name__search",
                        of("SearchQuery", List.of(Lexeme.of("cutter").prefix()), Map.of())))
                .containsExactly(7);
        assertThatThrownBy(() -> of("SearchQuery", List.of("x"), Map.of("search_type", "fuzzy")))
                .hasMessageContaining("Unknown search_type argument 'fuzzy'.");
        Expr<Part, Object> headline = of(
                "SearchHeadline",
                List.of("name", "cutter"),
                Map.of("start_sel", "<i>", "stop_sel", "</i>", "max_words", 4, "min_words", 2, "config", "english"));
        assertThat(Part.objects
                        .filter("stock", 7)
                        .values(headline)
                        .list()
                        .getFirst()
                        .toString())
                .contains("<i>cutter</i>");
    }

    @Test
    void trigramsMayCompareTwoColumns() {
        Expr<Part, Object> near =
                of("TrigramSimilarity", List.of("name", "Steel bolt"), Map.of()).as("near");
        assertThat(Part.objects.annotate(near).orderBy("-near").first().map(p -> p.stock))
                .contains(3);
        for (String name : List.of(
                "TrigramWordSimilarity",
                "TrigramWordDistance",
                "TrigramStrictWordSimilarity",
                "TrigramStrictWordDistance")) {
            assertThat(Part.objects
                            .values(of(name, List.of("bolt", "name"), Map.of()))
                            .list())
                    .as(name)
                    .hasSize(3)
                    .allMatch(value -> value instanceof Double);
        }
        assertThat(Part.objects
                        .values(Postgres.similarity(Part_.name, Part_.name))
                        .list())
                .containsOnly(1.0);
        assertThat(Part.objects
                        .values(Postgres.distance(Part_.name, Part_.name))
                        .list())
                .containsOnly(0.0);
        assertThat(Part.objects
                        .filter(Postgres.searchVector(Part_.name)
                                .matches(Postgres.search(Functions.left(Part_.name, 5), Postgres.SearchType.PLAIN)))
                        .count())
                .isPositive();
    }

    @Test
    void listsHaveDjangosLookups() {
        assertThat(stocks("tags__contains", List.of("steel"))).containsExactly(3, 7);
        assertThat(stocks("tags__contained_by", List.of("steel", "fire"))).containsExactly(5, 7);
        assertThat(stocks("tags__overlap", List.of("door", "fire"))).containsExactly(3, 5);
        assertThat(stocks("tags__overlap", Part.objects.filter("stock", 5).values("tags__0")))
                .containsExactly(5);
        assertThat(stocks("tags__len__gt", 1)).containsExactly(3);
        assertThat(stocks("tags__0", "steel")).containsExactly(3, 7);
        assertThat(stocks("tags__0__startswith", "f")).containsExactly(5);
        assertThat(stocks("tags__0_1", List.of("steel"))).containsExactly(3, 7);
        assertThat(stocks("tags__in", List.of(List.of("fire"), List.of("x")))).containsExactly(5);
        assertThat(stocks("tags", List.of("steel", "door"))).containsExactly(3);
        assertThat(stocks("tags__isnull", false)).hasSize(3);
    }

    @Test
    void textsByKeysHaveDjangosLookups() {
        assertThat(stocks("labels__maker", "S")).containsExactly(3);
        assertThat(stocks("labels__maker__in", List.of("S", "A"))).containsExactly(3, 7);
        assertThat(stocks("labels__has_key", "n")).hasSize(3);
        assertThat(stocks("labels__has_keys", List.of("n", "x"))).isEmpty();
        assertThat(stocks("labels__has_any_keys", List.of("n", "x"))).hasSize(3);
        assertThat(stocks("labels__contains", Map.of("n", "5"))).containsExactly(5);
        assertThat(stocks("labels__contained_by", Map.of("n", "5", "maker", "C", "x", "y")))
                .containsExactly(5);
        assertThat(stocks("labels__keys", List.of("n", "maker"))).isNotNull();
        assertThat(stocks("labels__keys__overlap", List.of("n"))).hasSize(3);
        assertThat(stocks("labels__values__contains", List.of("7"))).containsExactly(7);
        assertThat(stocks("labels__missing__isnull", true)).hasSize(3);
    }

    @Test
    void rangesHaveDjangosOperators() {
        assertThat(stocks("fits__contains", 12)).containsExactly(3);
        assertThat(stocks("fits__contains", Range.of(11, 13))).containsExactly(3);
        assertThat(stocks("fits__contained_by", Range.of(0, 26))).containsExactly(3, 5);
        assertThat(stocks("fits__overlap", Range.of(14, 21))).containsExactly(3, 5);
        assertThat(stocks("fits__fully_lt", Range.of(20, 30))).containsExactly(3);
        assertThat(stocks("fits__fully_gt", Range.of(10, 26))).containsExactly(7);
        assertThat(stocks("fits__not_lt", Range.of(20, 30))).containsExactly(5, 7);
        assertThat(stocks("fits__not_gt", Range.of(10, 26))).containsExactly(3, 5);
        assertThat(stocks("fits__adjacent_to", Range.of(15, 17))).containsExactly(3);
        assertThat(stocks("fits__startswith", 20)).containsExactly(5);
        assertThat(stocks("fits__endswith__lte", 25)).containsExactly(3, 5);
        assertThat(stocks("fits__isempty", false)).hasSize(3);
        assertThat(stocks("fits__lower_inc", true)).hasSize(3);
        assertThat(stocks("fits__upper_inc", true)).isEmpty();
        assertThat(stocks("fits__lower_inf", false)).hasSize(3);
        assertThat(stocks("fits__upper_inf", true)).isEmpty();
        assertThat(stocks("sold__contains", LocalDate.of(2024, 1, 11))).containsExactly(3, 7);
        assertThat(stocks("stock__contained_by", Range.of(4, 6))).containsExactly(5);
        assertThat(Booking.objects
                        .filter("during__contains", LocalDate.of(2024, 1, 1))
                        .count())
                .isZero();
    }

    @Test
    void functionsHaveDjangosNames() {
        assertThat(Part.objects.values(of("RandomUUID", List.of(), Map.of())).list())
                .allMatch(value -> value instanceof UUID)
                .doesNotHaveDuplicates();
        assertThat(Part.objects
                        .values(of("TransactionNow", List.of(), Map.of()))
                        .list())
                .hasSize(3);
        assertThat(Part.objects
                        .orderBy("stock")
                        .values(of(
                                "ArraySubquery",
                                List.of(Part.objects.orderBy("-stock").values(Part_.stock)),
                                Map.of()))
                        .list()
                        .getFirst())
                .isEqualTo(Arrays.asList(7, 5, 3));
    }
}
