package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.Aggregates.count;
import static quintet.orm.Aggregates.max;
import static quintet.orm.Aggregates.sum;
import static quintet.orm.Functions.outer;
import static quintet.orm.Functions.value;

import depot.DepotSite;
import depot.Part;
import depot.Part_;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;

/** Functions that return sets multiply rows. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresSetsTest {
    // region: series
    static final NumberExpr<Part, Long> PIECE =
            PostgresSets.generateSeries(1, Part_.stock).as("piece");
    // endregion
    static final Expr<Part, String> TAG = PostgresSets.unnest(Part_.tags).as("tag");

    private Site site;

    @BeforeEach
    void open() {
        site = DepotSite.onPostgres();
        part("bolt", 2, "steel", "small");
        part("nut", 3, "steel");
        part("gone", 0);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Part part(String name, int stock, String... tags) {
        return Part.objects.create(p -> {
            p.name = name;
            p.stock = stock;
            p.tags = List.of(tags);
        });
    }

    @Test
    void aSetGivesARowForEachOfItsValues() {
        // region: rows
        List<String> labels = Part.objects.annotate(PIECE).orderBy(Part_.name.asc(), PIECE.asc()).list().stream()
                .map(part -> part.name + " " + PIECE.of(part))
                .toList();
        // endregion
        assertThat(labels).containsExactly("bolt 1", "bolt 2", "nut 1", "nut 2", "nut 3");
        assertThat(Part.objects
                        .orderBy(Part_.name.asc(), Part_.id.asc())
                        .values(Part_.name, PIECE)
                        .into((name, piece) -> name + piece))
                .containsExactly("bolt1", "bolt2", "nut1", "nut2", "nut3");
    }

    @Test
    void countExistsAndSlicesSeeTheRowsThatSetsMake() {
        QuerySet<Part> pieces = Part.objects.annotate(PIECE);
        assertThat(pieces.count()).isEqualTo(5);
        assertThat(pieces.exists()).isTrue();
        assertThat(pieces.filter(Part_.name.eq("gone")).exists()).isFalse();
        assertThat(pieces.filter(Part_.name.eq("gone")).count()).isZero();
        assertThat(pieces.orderBy(Part_.id.asc()).slice(1, 4).list()).hasSize(3);
        assertThat(pieces.orderBy(Part_.id.asc()).slice(1, 4).count()).isEqualTo(3);
        assertThat(pieces.values(PIECE).distinct().count()).isEqualTo(3);
        assertThat(pieces.values(Part_.name).count())
                .as("not chosen, not multiplied")
                .isEqualTo(3);
        assertThat(pieces.orderBy(PIECE.desc()).first().map(p -> p.name)).contains("nut");
        assertThat(Part.objects.values(PIECE).count()).isEqualTo(5);
    }

    @Test
    void conditionsAreAskedOfTheRowsThatSetsMake() {
        // region: filter
        List<Part> second = Part.objects
                .annotate(PIECE)
                .filter(PIECE.gte(2L), Part_.name.startsWith("n"))
                .list();
        // endregion
        assertThat(second).extracting(PIECE::of).containsExactlyInAnyOrder(2L, 3L);
        assertThat(Part.objects.annotate(PIECE).filter("piece", 2).count()).isEqualTo(2);
        assertThat(Part.objects.annotate(PIECE).exclude("piece__gt", 1).count()).isEqualTo(2);
        assertThat(Part.objects.annotate(PIECE).filter(PIECE.gt(2L)).exists()).isTrue();
        assertThat(Part.objects.annotate(PIECE).filter(PIECE.gt(3L)).exists()).isFalse();
        assertThat(Part.objects
                        .alias(TAG)
                        .filter(TAG.eq("small"))
                        .values(Part_.name)
                        .list())
                .containsExactly("bolt");
        assertThat(Part.objects
                        .annotate(TAG)
                        .filter(TAG.eq("small").or(Part_.stock.eq(3)))
                        .count())
                .isEqualTo(2);
        assertThat(Part.objects
                        .annotate(PIECE)
                        .filter(PIECE.plus(1).eq(Functions.cast(Part_.stock, Long.class)))
                        .values(Part_.name)
                        .list())
                .containsExactlyInAnyOrder("bolt", "nut");
    }

    @Test
    void aggregatesAreComputedOfTheRowsThatSetsMake() {
        assertThat(Part.objects.annotate(PIECE).aggregate(sum(PIECE))).isEqualTo(9L);
        assertThat(Part.objects.annotate(PIECE).aggregate(sum(Part_.stock))).isEqualTo(13);
        assertThat(Part.objects.annotate(PIECE).aggregate(count(Part_.id))).isEqualTo(5);
        assertThat(Part.objects.annotate(TAG).aggregate(count(TAG).distinct())).isEqualTo(2);
        assertThat(Part.objects.alias(PIECE).aggregate(max(PIECE))).isEqualTo(3L);
        assertThat(Part.objects.annotate(PIECE).filter(PIECE.lt(3L)).aggregate(sum(PIECE)))
                .isEqualTo(6L);
        assertThatThrownBy(() -> Part.objects.annotate(sum(PIECE).as("all")).list())
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("Sum of a set-returning expression");
    }

    @Test
    void rowsAreGroupedByTheValuesOfASet() {
        // region: groups
        record Used(String tag, long parts) {}
        List<Used> used = Part.objects
                .values(TAG)
                .annotate(count(Part_.id).as("parts"))
                .orderBy("-parts")
                .into(Used::new);
        // endregion
        assertThat(used).containsExactly(new Used("steel", 2), new Used("small", 1));
    }

    @Test
    void setsStandInSubqueries() {
        Part.objects.create(p -> p.name = "small");
        assertThat(Part.objects
                        .filter(Part_.name.in(Part.objects.values(TAG)))
                        .values(Part_.name)
                        .list())
                .containsExactly("small");
        assertThat(Part.objects
                        .filter(Functions.exists(Part.objects
                                .annotate(PIECE)
                                .filter(PIECE.eq(3L))
                                .filter("id", outer(Part_.id))))
                        .values(Part_.name)
                        .list())
                .containsExactly("nut");
    }

    @Test
    void changesFindRowsBySets() {
        assertThat(Part.objects.annotate(PIECE).filter(PIECE.gte(2L)).update(Part_.stock.to(9)))
                .isEqualTo(2);
        assertThat(Part.objects.alias(TAG).filter(TAG.eq("small")).delete().count())
                .isEqualTo(1);
        assertThat(Part.objects.count()).isEqualTo(2);
    }

    @Test
    void setsSideBySideAreFilledUp() {
        assertThat(Part.objects
                        .filter(Part_.name.eq("bolt"))
                        .orderBy(PIECE.asc())
                        .values(PIECE, PostgresSets.generateSeries(value(10), value(30), 10))
                        .into((piece, ten) -> piece + " " + ten))
                .containsExactly("1 10", "2 20", "null 30");
    }

    @Test
    void thereAreSetsOfDaysMomentsJsonAndTexts() {
        QuerySet<Part> bolt = Part.objects.filter(Part_.name.eq("bolt"));
        LocalDate day = LocalDate.of(2024, 2, 28);
        assertThat(bolt.values(PostgresSets.<Part>generateDays(value(day), value(day.plusDays(2))))
                        .list())
                .containsExactly(day, day.plusDays(1), day.plusDays(2));
        Instant noon = Instant.parse("2024-02-28T12:00:00Z");
        assertThat(bolt.values(PostgresSets.<Part>generateMoments(
                                value(noon), value(noon.plusSeconds(7200)), Duration.ofHours(1)))
                        .list())
                .containsExactly(noon, noon.plusSeconds(3600), noon.plusSeconds(7200));
        Expr<Part, Object> json = Functions.rawSql("%s::jsonb", Object.class, "[{\"a\": 1}, {\"a\": 2}]");
        JsonExpr<Part, Object> element = PostgresSets.jsonArrayElements(json).as("element");
        assertThat(bolt.values(element).list()).containsExactly(Map.of("a", 1L), Map.of("a", 2L));
        assertThat(bolt.annotate(element).filter(element.key("a").eq(2)).count())
                .isEqualTo(1);
        assertThat(bolt.annotate(element).filter("element__a", 2).count()).isEqualTo(1);
        assertThat(bolt.values(PostgresSets.jsonPathQuery(json, "$[*].a ? (@ > 1)"))
                        .list())
                .containsExactly(2L);
        Expr<Part, Object> flat = Functions.rawSql("%s::jsonb", Object.class, "{\"x\": \"y\"}");
        assertThat(bolt.values(PostgresSets.jsonObjectKeys(flat)).list()).containsExactly("x");
        assertThat(bolt.values(PostgresSets.jsonArrayElementsText(
                                Functions.<Part, Object>rawSql("%s::jsonb", Object.class, "[\"p\", 5]")))
                        .list())
                .containsExactly("p", "5");
        assertThat(bolt.values(PostgresSets.regexpSplit(Functions.<Part, String>value("a1b22c"), "[0-9]+"))
                        .list())
                .containsExactly("a", "b", "c");
        assertThat(bolt.values(PostgresSets.stringToTable(Functions.<Part, String>value("a, b"), ", "))
                        .list())
                .containsExactly("a", "b");
    }

    @Test
    void listsOfListsAreTakenApartEntirely() {
        Part.objects.create(p -> {
            p.name = "grid";
            p.grid = List.of(List.of(1, 2), List.of(3, 4));
        });
        QuerySet<Part> grid = Part.objects.filter(Part_.name.eq("grid"));
        assertThat(grid.values(PostgresSets.unnestDeep(Part_.grid, Integer.class))
                        .list())
                .containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> grid.values(PostgresSets.unnest(Part_.grid)).list())
                .hasMessageContaining("unnestDeep");
    }

    @Test
    void functionsOfOnesOwnAreMarked() {
        // region: own
        Expr<Part, Integer> shelf = PostgresSets.setOf(
                        Functions.<Part, Integer>template("generate_series(1, %s)", Integer.class, Part_.stock))
                .as("shelf");
        Expr<Part, Object> named = Expressions.of(
                "Func",
                List.of(1, "stock"),
                Map.of(
                        "function",
                        "generate_series",
                        "set_returning",
                        true,
                        "output_field",
                        OutputField.of(Integer.class)));
        // endregion
        assertThat(Part.objects.annotate(shelf).filter(shelf.eq(2)).count()).isEqualTo(2);
        QuerySet<Part> byName = Part.objects.annotate(named.as("number"));
        assertThat(byName.count()).isEqualTo(5);
        assertThat(Set.copyOf(byName.filter("number__gt", 1).values("number").list()))
                .hasSize(2);
    }
}
