package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import depot.Colour;
import depot.DepotSite;
import depot.Part;
import depot.Part_;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.PressSite;
import quintet.core.CheckMessage;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.fields.Range;
import quintet.fields.ValidationError;

/** Fields that only PostgreSQL has, typed and by Django's names. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresFieldsTest {
    private Site site;

    @BeforeEach
    void open() {
        site = DepotSite.onPostgres();
        part("bolt", p -> {
            p.tags = List.of("steel", "small", "say \"hi\", \\ {x}");
            p.labels = labels("maker", "Acme", "finish", null);
            p.fits = Range.of(3, 7);
            p.sold = Range.of(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
            p.grid = List.of(List.of(1, 2), List.of(3, 4));
        });
        part("nut", p -> {
            p.tags = List.of("steel");
            p.labels = labels("maker", "Bolts & Sons", "colour", "red");
            p.fits = Range.from(7);
        });
        part("washer", p -> p.fits = Range.empty());
        part("mystery", p -> {});
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Map<String, @Nullable String> labels(String k1, String v1, String k2, @Nullable String v2) {
        Map<String, @Nullable String> map = new HashMap<>();
        map.put(k1, v1);
        map.put(k2, v2);
        return map;
    }

    private static void part(String name, Consumer<Part> fill) {
        Part.objects.create(p -> {
            p.name = name;
            fill.accept(p);
        });
    }

    private static List<String> names(Cond<Part> condition) {
        return Part.objects
                .filter(condition)
                .orderBy(Part_.id.asc())
                .values(Part_.name)
                .list();
    }

    private static List<String> names(String lookup, @Nullable Object value) {
        return Part.objects
                .filter(lookup, value)
                .orderBy(Part_.id.asc())
                .values(Part_.name)
                .list();
    }

    @Test
    void valuesComeBackAsTheyWent() {
        Instant moment = Instant.parse("2026-03-01T10:00:00.123456Z");
        part("full", p -> {
            p.colours = List.of(Colour.RED, Colour.BLUE);
            p.prices = List.of(new BigDecimal("1.50"), new BigDecimal("20.00"));
            p.seen = List.of(moment);
            p.numbers = Arrays.asList(1L, null, Long.MAX_VALUE);
            p.serials = Range.of(1L, Long.MAX_VALUE);
            p.weight = Range.of(new BigDecimal("0.5"), new BigDecimal("2.5"), "(]");
            p.open = Range.closed(moment, moment.plusSeconds(60));
            p.grid = List.of(List.of(1, 2), List.of(3, 4));
        });
        Part full = Part.objects.get(Part_.name.eq("full"));
        assertThat(full.colours).containsExactly(Colour.RED, Colour.BLUE);
        assertThat(full.prices).containsExactly(new BigDecimal("1.50"), new BigDecimal("20.00"));
        assertThat(full.seen).containsExactly(moment);
        assertThat(full.numbers).containsExactly(1L, null, Long.MAX_VALUE);
        assertThat(full.serials).isEqualTo(Range.of(1L, Long.MAX_VALUE));
        assertThat(full.weight).isEqualTo(Range.of(new BigDecimal("0.5"), new BigDecimal("2.5"), "(]"));
        assertThat(full.open).isEqualTo(Range.closed(moment, moment.plusSeconds(60)));
        assertThat(full.grid).isEqualTo(List.of(List.of(1, 2), List.of(3, 4)));
        Part bolt = Part.objects.get(Part_.name.eq("bolt"));
        assertThat(bolt.tags).containsExactly("steel", "small", "say \"hi\", \\ {x}");
        assertThat(bolt.labels).isEqualTo(labels("maker", "Acme", "finish", null));
        bolt.tags = List.of();
        bolt.labels = Map.of();
        bolt.save();
        Part again = Part.objects.get(Part_.name.eq("bolt"));
        assertThat(again.tags).isEmpty();
        assertThat(again.labels).isEmpty();
        assertThat(Part.objects.get(Part_.name.eq("washer")).fits).isEqualTo(Range.<Integer>empty());
    }

    @Test
    void listsAreFilteredByWhatTheyHold() {
        // region: arrays
        List<Part> steel =
                Part.objects.filter(Part_.tags.contains("steel", "small")).list();
        List<Part> few = Part.objects.filter(Part_.tags.length().lt(2)).list();
        List<Part> first = Part.objects.filter(Part_.tags.get(0).eq("steel")).list();
        // endregion
        assertThat(steel).extracting(p -> p.name).containsExactly("bolt");
        assertThat(few).hasSize(3);
        assertThat(first).hasSize(2);
        assertThat(names(Part_.tags.containedBy("steel", "wood"))).containsExactly("nut", "washer", "mystery");
        assertThat(names(Part_.tags.overlap("small", "red"))).containsExactly("bolt");
        assertThat(names(Part_.tags.eq(List.of("steel")))).containsExactly("nut");
        assertThat(names(Part_.tags.in(List.of(List.of("steel"), List.of("x")))))
                .containsExactly("nut");
        assertThat(names(Part_.tags.slice(0, 2).eq(List.of("steel", "small")))).containsExactly("bolt");
        assertThat(names(Part_.grid.get(1).isNotNull())).isEmpty();
        assertThat(names(Part_.tags.overlap(
                        Part.objects.filter(Part_.name.eq("nut")).values(Functions.value("small")))))
                .containsExactly("bolt");
        assertThat(Part.objects
                        .orderBy(Part_.id.asc())
                        .values(Part_.tags.slice(0, 1))
                        .list()
                        .getFirst())
                .isEqualTo(List.of("steel"));
    }

    @Test
    void djangosSpellingOfListsWorksToo() {
        assertThat(names("tags__contains", List.of("steel"))).containsExactly("bolt", "nut");
        assertThat(names("tags__contained_by", List.of("steel"))).containsExactly("nut", "washer", "mystery");
        assertThat(names("tags__overlap", List.of("small"))).containsExactly("bolt");
        assertThat(names("tags__len", 1)).containsExactly("nut");
        assertThat(names("tags__len__gte", 1)).containsExactly("bolt", "nut");
        assertThat(names("tags__0", "steel")).containsExactly("bolt", "nut");
        assertThat(names("tags__0__icontains", "TEE")).containsExactly("bolt", "nut");
        assertThat(names("tags__0_2", List.of("steel", "small"))).containsExactly("bolt");
        assertThat(names("tags__1_3__contains", List.of("small"))).containsExactly("bolt");
        assertThat(names("grid__1__0", 3)).containsExactly("bolt");
        assertThat(names("tags", List.of())).containsExactly("washer", "mystery");
        assertThat(names("grid__isnull", false)).containsExactly("bolt");
        assertThat(names("grid", List.of(List.of(1, 2), List.of(3, 4)))).containsExactly("bolt");
        assertThat(names("grid__contains", List.of(List.of(3)))).containsExactly("bolt");
        assertThatThrownBy(() -> names("tags__contian", List.of()))
                .hasMessageContaining("Unsupported lookup 'contian' for ArrayField")
                .hasMessageContaining("contain");
        assertThatThrownBy(() -> names("tags__contains", "steel")).hasMessageContaining("tags");
    }

    @Test
    void textsByKeysAreFiltered() {
        // region: hstore
        List<Part> acme =
                Part.objects.filter(Part_.labels.key("maker").startsWith("Ac")).list();
        List<Part> red = Part.objects
                .filter(Part_.labels.contains(Map.of("colour", "red")))
                .list();
        // endregion
        assertThat(acme).extracting(p -> p.name).containsExactly("bolt");
        assertThat(red).extracting(p -> p.name).containsExactly("nut");
        assertThat(names(Part_.labels.hasKey("finish"))).containsExactly("bolt");
        assertThat(names(Part_.labels.hasKeys("maker", "colour"))).containsExactly("nut");
        assertThat(names(Part_.labels.hasAnyKeys("finish", "colour"))).containsExactly("bolt", "nut");
        assertThat(names(Part_.labels.containedBy(Map.of("maker", "Bolts & Sons", "colour", "red", "x", "y"))))
                .containsExactly("nut", "washer", "mystery");
        assertThat(names(Part_.labels.keys().contains("colour"))).containsExactly("nut");
        assertThat(names(Part_.labels.values().contains("red"))).containsExactly("nut");
        assertThat(names(Part_.labels.key("finish").isNull())).hasSize(4);
        assertThat(names("labels__maker", "Acme")).containsExactly("bolt");
        assertThat(names("labels__maker__icontains", "acm")).containsExactly("bolt");
        assertThat(names("labels__contains", Map.of("maker", "Acme"))).containsExactly("bolt");
        assertThat(names("labels__has_key", "colour")).containsExactly("nut");
        assertThat(names("labels__has_any_keys", List.of("colour"))).containsExactly("nut");
        assertThat(names("labels__keys", List.of("maker", "colour"))).hasSizeLessThanOrEqualTo(1);
        assertThat(names("labels__values__contains", List.of("red"))).containsExactly("nut");
        assertThat(names("labels__contained_by", Map.of())).containsExactly("washer", "mystery");
        assertThat(names("labels", Map.of())).containsExactly("washer", "mystery");
    }

    @Test
    void rangesAreCompared() {
        // region: ranges
        List<Part> five = Part.objects.filter(Part_.fits.contains(5)).list();
        List<Part> year = Part.objects
                .filter(Part_.sold.overlap(Range.from(LocalDate.of(2020, 6, 1))))
                .list();
        // endregion
        assertThat(five).extracting(p -> p.name).containsExactly("bolt");
        assertThat(year).extracting(p -> p.name).containsExactly("bolt");
        assertThat(names(Part_.fits.contains(Range.of(4, 6)))).containsExactly("bolt");
        assertThat(names(Part_.fits.containedBy(Range.of(0, 10)))).containsExactly("bolt", "washer");
        assertThat(names(Part_.fits.fullyLt(Range.of(8, 9)))).containsExactly("bolt");
        assertThat(names(Part_.fits.fullyGt(Range.of(0, 2)))).containsExactly("bolt", "nut");
        assertThat(names(Part_.fits.notLt(Range.of(5, 9)))).containsExactly("nut");
        assertThat(names(Part_.fits.notGt(Range.of(5, 9)))).containsExactly("bolt");
        assertThat(names(Part_.fits.adjacentTo(Range.of(0, 3)))).containsExactly("bolt");
        assertThat(names(Part_.fits.lower().eq(3))).containsExactly("bolt");
        assertThat(names(Part_.fits.upper().isNull())).containsExactly("nut", "washer", "mystery");
        assertThat(names(Part_.fits.isEmpty().isTrue())).containsExactly("washer");
        assertThat(names(Part_.fits.upperInf().isTrue())).containsExactly("nut");
        assertThat(names(Part_.fits.lowerInc().isTrue())).containsExactly("bolt", "nut");
        assertThat(names(Part_.fits.eq(Range.closed(3, 6)))).containsExactly("bolt");
        assertThat(names("fits__contains", 5)).containsExactly("bolt");
        assertThat(names("fits__contains", Range.of(4, 5))).containsExactly("bolt");
        assertThat(names("fits__contained_by", Range.of(0, 8))).containsExactly("bolt", "washer");
        assertThat(names("fits__overlap", List.of(6, 9))).containsExactly("bolt", "nut");
        assertThat(names("fits__startswith", 3)).containsExactly("bolt");
        assertThat(names("fits__endswith__gte", 7)).containsExactly("bolt");
        assertThat(names("fits__isempty", true)).containsExactly("washer");
        assertThat(names("fits__upper_inf", true)).containsExactly("nut");
        assertThat(names("sold__contains", LocalDate.of(2020, 5, 5))).containsExactly("bolt");
        assertThat(names("sold__startswith__year", 2020)).containsExactly("bolt");
        assertThat(names("stock__contained_by", Range.of(0, 1))).hasSize(4);
        assertThat(names("stock__contained_by", Range.of(1, 2))).isEmpty();
    }

    @Test
    void columnsAreChangedByQueries() {
        Part.objects.filter(Part_.name.eq("nut")).update(Part_.tags.to(List.of("new")), Part_.fits.to(Range.of(1, 2)));
        Part nut = Part.objects.get(Part_.name.eq("nut"));
        assertThat(nut.tags).containsExactly("new");
        assertThat(nut.fits).isEqualTo(Range.of(1, 2));
        Part.objects.bulkCreate(List.of(made("a"), made("b")));
        List<Part> made = Part.objects.filter(Part_.name.in("a", "b")).list();
        made.forEach(p -> p.labels = Map.of("maker", p.name));
        Part.objects.bulkUpdate(made, "labels");
        assertThat(names("labels__maker", "b")).containsExactly("b");
        assertThat(names(Part_.tags.contains("t"))).containsExactly("a", "b");
    }

    private static Part made(String name) {
        Part part = new Part();
        part.name = name;
        part.tags = List.of("t");
        part.fits = Range.of(1, 3);
        return part;
    }

    private static List<String> errors(Consumer<Part> fill) {
        Part part = made("bad");
        part.labels = Map.of("maker", "Acme");
        fill.accept(part);
        try {
            part.fullClean();
            return List.of();
        } catch (ValidationError e) {
            return java.util.Objects.requireNonNull(e.byField()).entrySet().stream()
                    .flatMap(field -> field.getValue().stream()
                            .map(error -> field.getKey() + " " + error.code() + ": " + error.text()))
                    .toList();
        }
    }

    @Test
    void valuesAreValidated() {
        assertThat(errors(p -> {})).isEmpty();
        assertThat(errors(p -> p.tags = List.of("a", "b", "c", "d", "e")))
                .containsExactly("tags max_length: List contains 5 items, it should contain no more than 4.");
        assertThat(errors(p -> p.tags = List.of("fine", "a text that is too long")))
                .containsExactly(
                        "tags item_invalid: Item 2 in the array did not validate: Ensure this value has at most"
                                + " 20 characters (it has 23).");
        assertThat(errors(p -> p.grid = List.of(List.of(1, 2), List.of(3))))
                .containsExactly("grid nested_array_mismatch: Nested arrays must have the same length.");
        assertThat(errors(p -> p.prices = List.of(new BigDecimal("1.234"))))
                .containsExactly(
                        "prices item_invalid: Item 1 in the array did not validate: Ensure that there are no more"
                                + " than 2 decimal places.");
        assertThat(errors(p -> p.labels = Map.of("finish", "matt")))
                .containsExactly("labels missing_keys: Some keys were missing: maker");
        assertThat(errors(p -> p.share = Range.of(-5, 101)))
                .containsExactlyInAnyOrder(
                        "share min_value: Ensure that the lower bound of the range is not less than 0.",
                        "share max_value: Ensure that the upper bound of the range is not greater than 100.");
        assertThatThrownBy(() -> Range.of(7, 3)).hasMessageContaining("Write the smaller one first");
    }

    @Test
    void otherDatabasesAreRefused() {
        try (Site lite = DepotSite.without(ConnectionUrl.parse("sqlite::memory:"))) {
            assertThat(lite.check("models"))
                    .extracting(CheckMessage::message)
                    .contains(
                            "The field depot.Part.tags is of the kind ArrayField, which only PostgreSQL has, but the database"
                                    + " 'default' is of the kind sqlite.");
            lite.run(() -> assertThatThrownBy(
                            () -> PressSite.createTables(Databases.current().main(), ModelMeta.all()))
                    .hasMessageContaining(", which only PostgreSQL has, but this database is sqlite"));
        }
        assertThat(site.check("models")).isEmpty();
    }
}
