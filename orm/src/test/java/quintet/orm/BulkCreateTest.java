package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Item;
import press.PressSite;
import press.Specimen;
import press.Specimen_;
import quintet.core.Site;

/** Many rows with one statement, on SQLite. */
class BulkCreateTest {
    private Site site;

    @BeforeEach
    void open() {
        site = openSite();
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Specimen full(String name, LocalDate day) {
        Specimen row = new Specimen();
        row.name = name;
        row.text = "quotes \" ' \\ {braces}, commas\nand lines, \u00fc \ud83d\ude00, NULL";
        row.number = -7;
        row.large = Long.MAX_VALUE;
        row.small = 12;
        row.ratio = 0.1;
        row.yes = true;
        row.price = new BigDecimal("1234.565");
        row.day = day;
        row.hour = LocalTime.of(23, 59, 58, 123_456_000);
        row.moment = Instant.parse("2024-02-29T12:34:56.123456Z");
        row.span = Duration.ofDays(400).plusMillis(1);
        row.code = UUID.fromString("01234567-89ab-cdef-8123-456789abcdef");
        row.address = "192.0.2.1";
        return row;
    }

    @Test
    void columnsOfEachKindComeBackAsTheyWere() {
        Item item = Item.objects.create(i -> i.name = "A thing");
        List<Specimen> rows = new ArrayList<>();
        rows.add(new Specimen());
        rows.add(full("first", LocalDate.of(2024, 2, 29)));
        rows.getLast().item = Ref.of(item);
        rows.add(new Specimen());
        rows.add(full("", LocalDate.of(1, 1, 1)));
        rows.add(full("last", LocalDate.of(9999, 12, 31)));
        assertThat(CaptureQueries.of(() -> Specimen.objects.bulkCreate(rows)).sql().stream()
                        .filter(sql -> sql.startsWith("INSERT")))
                .hasSize(1);
        assertThat(rows).extracting(row -> row.id).doesNotContainNull().isSorted();
        List<Specimen> kept = Specimen.objects.orderBy(Specimen_.id.asc()).list();
        assertThat(kept).hasSize(5);
        for (int i = 0; i < 5; i++) {
            same(kept.get(i), rows.get(i));
        }
        assertThat(kept.get(1).price).isEqualByComparingTo("1234.57");
        assertThat(kept.get(1).item.get().name).isEqualTo("A thing");
        assertThat(Ref.id(kept.getFirst().item)).isNull();
    }

    private static void same(Specimen kept, Specimen row) {
        assertThat(kept)
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "id", "name", "text", "number", "large", "small", "ratio", "yes", "day", "hour", "moment",
                        "span", "code", "address")
                .isEqualTo(row);
    }

    @Test
    void rowsThatAreThereAreLeftOrChanged() {
        Specimen first = full("first", LocalDate.of(2024, 1, 1));
        first.save();
        Specimen again = full("again", LocalDate.of(2024, 1, 2));
        again.id = first.id;
        Specimen other = full("other", LocalDate.of(2024, 1, 3));
        other.id = first.id + 100;
        Specimen.objects.bulkCreate(List.of(again, other), Conflict.IGNORE);
        assertThat(Specimen.objects.orderBy(Specimen_.id.asc()).list())
                .extracting(row -> row.name)
                .containsExactly("first", "other");
        Specimen.objects.bulkCreate(List.of(again, other), Conflict.update(List.of("name"), List.of("id")));
        assertThat(Specimen.objects.orderBy(Specimen_.id.asc()).list())
                .extracting(row -> row.name)
                .containsExactly("again", "other");
        again.name = "once more";
        Specimen.objects.bulkCreate(List.of(again), Conflict.on(Specimen_.id).update(Specimen_.name));
        assertThat(Specimen.objects.get(first.id).name).isEqualTo("once more");
    }

    @Test
    void portionsAreOfTheSizeAskedFor() {
        List<Specimen> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(new Specimen());
            rows.getLast().number = i;
        }
        assertThat(CaptureQueries.of(() -> Specimen.objects.bulkCreate(rows, Conflict.FAIL, 10)).sql().stream()
                        .filter(sql -> sql.startsWith("INSERT")))
                .hasSize(3);
        assertThat(Specimen.objects.orderBy(Specimen_.id.asc()).list())
                .extracting(row -> row.number)
                .containsExactlyElementsOf(rows.stream().map(row -> row.number).toList());
    }
}
