package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import depot.Booking;
import depot.Closure;
import depot.DepotSite;
import depot.Part;
import depot.Part_;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.CheckMessage;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.fields.Range;
import quintet.fields.ValidationError;

/** Indexes and exclusion constraints of PostgreSQL. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresConstraintsTest {
    private Site site;
    private Part part;

    @BeforeEach
    void open() {
        site = DepotSite.onPostgres();
        part = Part.objects.create(p -> p.name = "drill");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> definitions(String table) {
        return Databases.current()
                .main()
                .query(
                        "SELECT indexdef FROM pg_indexes WHERE tablename = '" + table + "' ORDER BY indexname",
                        row -> row.getString(1));
    }

    @Test
    void indexesAreMadeAsTheirModelSays() {
        List<String> indexes = new ArrayList<>(definitions("depot_part"));
        indexes.removeIf(sql -> sql.contains("_pkey"));
        assertThat(indexes.stream().map(sql -> sql.replaceFirst("CREATE INDEX (\\w+) ON public.depot_part ", "$1 ")))
                .containsExactly(
                        "part_bloom USING bloom (stock, name) WITH (length='80', col1='4', col2='2')",
                        "part_fits_gist USING gist (fits) WITH (fillfactor='80')",
                        "part_lower USING btree (lower((name)::text) varchar_pattern_ops)",
                        "part_name_hash USING hash (name) WITH (fillfactor='70')",
                        "part_name_spgist USING spgist (name) WITH (fillfactor='60')",
                        "part_name_trigrams USING gin (name gin_trgm_ops)",
                        "part_stock_brin USING brin (stock) WITH (autosummarize='on', pages_per_range='4')",
                        "part_stock_btree USING btree (stock DESC) INCLUDE (name) WITH (fillfactor='90',"
                                + " deduplicate_items=off) WHERE (stock > 0)",
                        "part_tags_gin USING gin (tags) WITH (fastupdate=off)",
                        "part_words USING gin (to_tsvector('english'::regconfig, COALESCE((name)::text, ''::text)))");
    }

    private Booking booking(String from, String to) {
        Booking booking = new Booking();
        booking.part = Ref.of(part);
        booking.during = Range.of(LocalDate.parse(from), LocalDate.parse(to));
        return booking;
    }

    @Test
    void aRangeBetweenTwoMissingDaysIsOneOfDays() {
        Closure always = new Closure();
        always.fullClean();
        always.save();
        Closure once = new Closure();
        once.first = LocalDate.parse("2026-01-01");
        once.last = LocalDate.parse("2026-01-02");
        assertThatThrownBy(once::fullClean).hasMessageContaining("closed_once");
        assertThatThrownBy(new Closure()::fullClean).hasMessageContaining("closed_once");
    }

    @Test
    void rowsThatExcludeEachOtherAreRefused() {
        Booking first = booking("2026-01-01", "2026-01-10");
        first.fullClean();
        first.save();
        first.fullClean();
        Booking second = booking("2026-01-05", "2026-01-12");
        assertThatThrownBy(second::fullClean).isInstanceOfSatisfying(ValidationError.class, e -> {
            assertThat(e.messages()).containsExactly("The part is booked then.");
            assertThat(e.code()).isEqualTo("booked");
        });
        assertThatThrownBy(second::save).isInstanceOf(IntegrityError.class);
        second.cancelled = true;
        second.fullClean();
        second.save();
        booking("2026-01-10", "2026-01-12").fullClean();
    }

    @Test
    void expressionsExcludeRowsToo() {
        Booking first = booking("2026-01-01", "2026-01-02");
        first.fetched = Instant.parse("2026-01-01T10:00:00Z");
        first.returned = Instant.parse("2026-01-01T12:00:00Z");
        first.save();
        Booking second = booking("2026-02-01", "2026-02-02");
        second.fetched = first.returned;
        assertThatThrownBy(second::fullClean)
                .isInstanceOfSatisfying(
                        ValidationError.class,
                        e -> assertThat(e.messages()).containsExactly("Constraint “one_use_at_a_time” is violated."));
        second.fetched = first.returned.plusSeconds(1);
        second.fullClean();
        assertThatThrownBy(() -> Constraint.exclude("x").using("btree")).hasMessageContaining("gist, spgist and hash");
        assertThatThrownBy(() -> Constraint.exclude("x").with(Part_.fits, "= 1; --"))
                .hasMessageContaining("no operator of PostgreSQL");
    }

    @Test
    void otherDatabasesAreRefused() {
        try (Site lite = DepotSite.without(ConnectionUrl.parse("sqlite::memory:"))) {
            assertThat(lite.check("models"))
                    .extracting(CheckMessage::id)
                    .contains("postgres.E101", "postgres.E102", "postgres.E103");
            assertThat(lite.check("models"))
                    .extracting(CheckMessage::message)
                    .anyMatch(text -> text.contains("index part_tags_gin of depot.Part"))
                    .anyMatch(text -> text.contains("constraint one_booking_at_a_time of depot.Booking"));
        }
    }
}
