package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import depot.Booking;
import depot.Booking_;
import depot.DepotSite;
import depot.Manual;
import depot.Manual_;
import depot.Part;
import depot.Part_;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.Site;
import quintet.fields.Range;

/** Search by words and trigrams, aggregates and functions of PostgreSQL. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresSearchTest {
    private Site site;

    @BeforeEach
    void open() {
        site = DepotSite.onPostgres();
        part("Steel bolts for doors", 3, "steel", "door");
        part("Crème brûlée torch", 5, "fire");
        part("A bolt cutter that cuts bolts", 7, "steel");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void part(String name, int stock, String... tags) {
        Part.objects.create(p -> {
            p.name = name;
            p.stock = stock;
            p.tags = List.of(tags);
        });
    }

    private static List<String> names(Cond<Part> condition) {
        return Part.objects
                .filter(condition)
                .orderBy(Part_.id.asc())
                .values(Part_.name)
                .list();
    }

    private static List<String> names(String lookup, Object value) {
        return Part.objects
                .filter(lookup, value)
                .orderBy(Part_.id.asc())
                .values(Part_.name)
                .list();
    }

    @Test
    void wordsAreKeptInAColumn() {
        // region: column
        Part.objects
                .all()
                .update(Part_.words.to(
                        Postgres.searchVectorIn("english", Part_.name).weight('A')));
        Postgres.Search bolt = Postgres.searchIn("english", "bolt", Postgres.SearchType.WEBSEARCH);
        List<Part> found = Part.objects
                .filter(Part_.words.matches(bolt))
                .orderBy(Part_.words
                        .rank(bolt, Ranking.USUAL.weights(0.1, 0.2, 0.4, 1.0).normalization(2))
                        .desc())
                .list();
        // endregion
        assertThat(found)
                .extracting(p -> p.name)
                .containsExactlyInAnyOrder("Steel bolts for doors", "A bolt cutter that cuts bolts");
        assertThat(found.getFirst().words).contains("'bolt':");
        assertThat(names("words__search", "bolt")).hasSize(2);
        assertThat(names(Part_.words.isNull())).isEmpty();
        assertThat(Part.objects
                        .orderBy(Part_.words.rank(bolt, Ranking.USUAL.byCover()).desc(), Part_.id.asc())
                        .values(Part_.name)
                        .list()
                        .getLast())
                .isEqualTo("Crème brûlée torch");
        assertThatThrownBy(() -> Ranking.USUAL.weights(1.0, 2.0)).hasMessageContaining("D, C, B and A");
    }

    @Test
    void theDatabaseKeepsWordsUpToDate() {
        Manual manual = Manual.objects.create(m -> {
            m.title = "Repairing drills";
            m.body = "Take the battery out first.";
        });
        assertThat(manual.words).contains("'drill':2A");
        assertThat(Manual.objects
                        .filter(Manual_.words.matches(
                                Postgres.searchIn("english", "batteries", Postgres.SearchType.PLAIN)))
                        .list())
                .containsExactly(manual);
        assertThat(Manual.objects
                        .filter(Manual_.words.matches(Postgres.searchIn(
                                "english", Lexeme.of("batteri").weight('A'))))
                        .list())
                .isEmpty();
    }

    @Test
    void checksMaySpeakOfListsAndRanges() {
        Manual manual = new Manual();
        manual.title = "x";
        manual.topics = List.of("a", "b", "c");
        assertThatThrownBy(manual::fullClean).hasMessageContaining("manual_topics");
        assertThatThrownBy(manual::save).isInstanceOf(IntegrityError.class);
        manual.topics = List.of("a");
        manual.pages = Range.empty();
        assertThatThrownBy(manual::fullClean).hasMessageContaining("manual_pages");
        assertThatThrownBy(manual::save).isInstanceOf(IntegrityError.class);
        manual.pages = Range.of(1, 9);
        manual.fullClean();
        manual.save();
    }

    @Test
    void anExtensionThatIsMissingIsNamed() {
        Databases.current().main().execute("DROP EXTENSION unaccent");
        assertThatThrownBy(() -> names("name__unaccent", "x"))
                .isInstanceOf(ProgrammingError.class)
                .hasMessageContaining("put unaccentExtension() of quintet.orm.PostgresOperations");
    }

    @Test
    void textsAreSearchedByDjangosSpelling() {
        assertThat(names("name__search", "cutter")).containsExactly("A bolt cutter that cuts bolts");
        assertThat(names("name__unaccent", "Creme brulee torch")).containsExactly("Crème brûlée torch");
        assertThat(names("name__unaccent__icontains", "BRULEE")).containsExactly("Crème brûlée torch");
        assertThat(names(PostgresFunctions.unaccent(Part_.name).startsWith("Creme")))
                .hasSize(1);
        assertThat(names("name__trigram_similar", "Steel bolt for door")).containsExactly("Steel bolts for doors");
        assertThat(names("name__trigram_word_similar", "cuter")).containsExactly("A bolt cutter that cuts bolts");
        assertThat(names("name__trigram_strict_word_similar", "cutter"))
                .containsExactly("A bolt cutter that cuts bolts");
        assertThat(names("booking__part__name__search", "bolts")).isEmpty();
    }

    @Test
    void partsOfTextsAreAlike() {
        assertThat(Part.objects
                        .orderBy(Postgres.wordDistance("cutter", Part_.name).asc())
                        .values(Part_.name)
                        .list()
                        .getFirst())
                .isEqualTo("A bolt cutter that cuts bolts");
        assertThat(names(Postgres.wordSimilarity("cutter", Part_.name).eq(1.0))).hasSize(1);
        assertThat(names(Postgres.strictWordSimilarity("torch", Part_.name).gt(0.9)))
                .containsExactly("Crème brûlée torch");
        assertThat(names(Postgres.strictWordDistance("torch", Part_.name).lt(0.1)))
                .containsExactly("Crème brûlée torch");
        assertThat(names(Postgres.wordSimilar(Part_.name, "torch"))).containsExactly("Crème brûlée torch");
        assertThat(names(Postgres.strictWordSimilar(Part_.name, "torch"))).containsExactly("Crème brûlée torch");
    }

    @Test
    void lexemesAreSafeWhateverTheyHold() {
        Postgres.Vector<Part> words = Postgres.searchVectorIn("simple", Part_.name);
        // region: lexeme
        Lexeme wanted = Lexeme.of("bolt").prefix().and(Lexeme.of("cutter").not());
        List<Part> found = Part.objects
                .filter(words.matches(Postgres.searchIn("simple", wanted)))
                .list();
        // endregion
        assertThat(found).extracting(p -> p.name).containsExactly("Steel bolts for doors");
        assertThat(wanted.toString()).isEqualTo("('bolt':* & !'cutter')");
        assertThat(Lexeme.of("a'b & c:*").toString()).isEqualTo("'a b c'");
        assertThat(Lexeme.of("x").weight('A').prefix().toString()).isEqualTo("'x':*A");
        assertThatThrownBy(() -> Lexeme.of("")).hasMessageContaining("Lexeme value cannot be empty.");
        for (String hostile : List.of("'", "\\", "a & | ! ( ) : * <-> b", "';--", "\\'")) {
            assertThat(Part.objects
                            .filter(words.matches(Postgres.searchIn("simple", Lexeme.of(hostile))))
                            .count())
                    .isZero();
        }
    }

    @Test
    void headlinesTakeOptions() {
        Postgres.Search bolt = Postgres.searchIn("english", "bolts", Postgres.SearchType.PLAIN);
        // region: headline
        Headline marked = Headline.USUAL
                .in("english")
                .marks("<mark class='x'>", "</mark>")
                .maxWords(10)
                .minWords(3);
        List<String> shown = Part.objects
                .filter(Part_.stock.eq(3))
                .values(Postgres.headline(Part_.name, bolt, marked))
                .list();
        // endregion
        assertThat(shown).containsExactly("<mark class='x'>bolts</mark> for doors");
        assertThat(Part.objects
                        .filter(Part_.stock.eq(7))
                        .values(Postgres.headline(
                                Part_.name,
                                bolt,
                                Headline.USUAL
                                        .marks("\\\"[", "], ")
                                        .highlightAll()
                                        .in("english")))
                        .list())
                .containsExactly("A \\\"[bolt],  cutter that cuts \\\"[bolts], ");
    }

    @Test
    void valuesAreCollectedAndComputed() {
        assertThat(Part.objects.aggregate(
                        Postgres.arrayAgg(Part_.name).filter(Part_.stock.gt(3)).orderBy(Part_.stock.desc())))
                .isEqualTo(List.of("A bolt cutter that cuts bolts", "Crème brûlée torch"));
        assertThat(Part.objects.none().aggregate(Postgres.arrayAgg(Part_.stock).orElse(List.of())))
                .isEqualTo(List.of());
        assertThat(Part.objects
                        .filter(Part_.stock.gt(99))
                        .aggregate(Postgres.arrayAgg(Part_.stock).orElse(List.of(1))))
                .isEqualTo(List.of(1));
        assertThat(Part.objects.aggregate(Postgres.regrCount(Part_.stock, Part_.stock)))
                .isEqualTo(3L);
        assertThat(Part.objects.aggregate(Postgres.statistic(Postgres.Statistic.REGR_SLOPE, Part_.stock, Part_.stock)))
                .isEqualTo(1.0);
        assertThat(Part.objects.aggregate(Postgres.statistic(Postgres.Statistic.COVAR_POP, Part_.stock, Part_.stock)))
                .isEqualTo(8.0 / 3);
        assertThat(Part.objects.aggregate(Postgres.bitXor(Part_.stock))).isEqualTo(1);
        List<UUID> made =
                Part.objects.values(PostgresFunctions.<Part>randomUuid()).list();
        assertThat(made).doesNotHaveDuplicates().hasSize(3);
        Transactions.atomic(() -> {
            List<Instant> moments = Part.objects
                    .values(PostgresFunctions.<Part>transactionNow())
                    .list();
            assertThat(moments.getFirst())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        });
    }

    @Test
    void queriesBecomeLists() {
        Part steel = Part.objects.get(Part_.stock.eq(3));
        for (int day : List.of(1, 10)) {
            Booking.objects.create(b -> {
                b.part = Ref.of(steel);
                b.during = Range.of(LocalDate.of(2026, 1, day), LocalDate.of(2026, 1, day + 2));
            });
        }
        // region: subquery
        ArrayExpr<Part, LocalDate> starts = PostgresFunctions.<Part, LocalDate>arraySubquery(Booking.objects
                        .filter(Booking_.part().id.eq(Functions.outer(Part_.id)))
                        .orderBy(Booking_.id.asc())
                        .values(Booking_.during.lower()))
                .as("starts");
        List<Part> parts =
                Part.objects.annotate(starts).orderBy(Part_.stock.asc()).list();
        // endregion
        assertThat(starts.of(parts.getFirst())).containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 10));
        assertThat(starts.of(parts.getLast())).isEmpty();
        assertThat(Booking.objects
                        .filter(PostgresFunctions.range(Booking_.fetched, Booking_.returned, "[]")
                                .contains(Instant.EPOCH))
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> PostgresFunctions.range(Booking_.fetched, Booking_.returned, "')"))
                .hasMessageContaining("The bounds of a range");
    }

    @Test
    void otherDatabasesSayWhatTheyLack() {
        try (Site lite = library.LibrarySite.on("sqlite", d -> d)) {
            lite.run(() -> {
                assertThatThrownBy(() -> library.Book.objects
                                .filter("title__search", "x")
                                .count())
                        .hasMessageContaining("search");
                assertThatThrownBy(() -> library.Book.objects
                                .filter("title__unaccent", "x")
                                .count())
                        .hasMessageContaining("PostgreSQL");
            });
        }
    }
}
