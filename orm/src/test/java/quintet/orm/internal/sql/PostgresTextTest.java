package quintet.orm.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;
import quintet.orm.DataError;

/** PostgreSQL's texts of arrays, hstores and ranges: what is written is read again. */
class PostgresTextTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab\"\\{},; =>'\n\té")
                .ofMaxLength(12)
                .edgeCases(edges -> edges.add("NULL", "", "null", "{}", "\\", "\"", "=>"));
    }

    @Provide
    Arbitrary<List<@Nullable String>> lists() {
        return texts().injectNull(0.1).list().ofMaxSize(6);
    }

    @Property(tries = 500)
    void listsOfTextsComeBack(@ForAll("lists") List<@Nullable String> items) {
        assertThat(PostgresText.read(PostgresText.write(items), ValueType.TEXTS))
                .isEqualTo(items);
    }

    @Property(tries = 200)
    void listsOfListsComeBack(@ForAll("lists") List<@Nullable String> items) {
        List<List<@Nullable String>> rows = List.of(items, new ArrayList<>(items));
        assertThat(PostgresText.read(PostgresText.write(rows), ValueType.arrayOf(ValueType.TEXTS)))
                .isEqualTo(rows);
    }

    @Property(tries = 500)
    void textsByKeysComeBack(@ForAll("lists") List<@Nullable String> texts) {
        Map<String, @Nullable String> map = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            map.put(String.valueOf(texts.get(texts.size() - 1 - i)), texts.get(i));
        }
        assertThat(PostgresText.read(PostgresText.write(map), ValueType.HSTORE)).isEqualTo(map);
    }

    @Property(tries = 500)
    void rangesComeBack(@ForAll long a, @ForAll long b, @ForAll boolean from, @ForAll boolean to, @ForAll boolean inf) {
        Range<Long> range = new Range<>(inf ? null : Math.min(a, b), Math.max(a, b), from, to, false);
        ValueType type = PostgresTypes.ofRange(range);
        assertThat(PostgresText.read(PostgresText.write(range), type)).isEqualTo(range);
        assertThat(PostgresText.read("empty", type)).isEqualTo(Range.empty());
    }

    @Example
    void theServersOwnFormsAreRead() {
        assertThat(PostgresText.read("[0:1]={1,NULL}", ValueType.arrayOf(ValueType.INT)))
                .isEqualTo(java.util.Arrays.asList(1, null));
        assertThat(PostgresText.read("{t,f}", ValueType.arrayOf(ValueType.BOOLEAN)))
                .isEqualTo(List.of(true, false));
        assertThat(PostgresText.read("{\"2026-01-02 03:04:05.5+00\"}", ValueType.arrayOf(ValueType.DATETIME)))
                .isEqualTo(List.of(Instant.parse("2026-01-02T03:04:05.5Z")));
        assertThat(PostgresText.read("{\"2026-01-02 03:04:05-05:30\"}", ValueType.arrayOf(ValueType.DATETIME)))
                .isEqualTo(List.of(Instant.parse("2026-01-02T08:34:05Z")));
        assertThat(PostgresText.read("[2026-01-02,)", PostgresTypes.ofRange(Range.from(LocalDate.EPOCH))))
                .isEqualTo(Range.from(LocalDate.of(2026, 1, 2)));
        assertThat(PostgresText.read("(1.50,2]", PostgresTypes.ofRange(Range.from(BigDecimal.ONE))))
                .isEqualTo(Range.of(new BigDecimal("1.50"), new BigDecimal("2"), "(]"));
        assertThat(PostgresText.read("{\"{\\\"a\\\": [1, 2]}\"}", ValueType.arrayOf(ValueType.JSON)))
                .isEqualTo(List.of(Map.of("a", List.of(1L, 2L))));
        assertThat(PostgresText.read("{}", ValueType.TEXTS)).isEqualTo(Collections.emptyList());
        assertThatThrownBy(() -> PostgresText.read("{1,x}", ValueType.arrayOf(ValueType.INT)))
                .isInstanceOf(DataError.class)
                .hasMessageContaining("cannot be read as");
        assertThatThrownBy(() -> PostgresText.read("{1", ValueType.arrayOf(ValueType.INT)))
                .isInstanceOf(DataError.class);
    }
}
