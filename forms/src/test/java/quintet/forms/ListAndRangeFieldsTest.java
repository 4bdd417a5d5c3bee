package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.forms.Fields.charField;
import static quintet.forms.Fields.hstoreField;
import static quintet.forms.Fields.integerField;
import static quintet.forms.Fields.simpleArrayField;
import static quintet.forms.Fields.splitArrayField;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.fields.ArrayField;
import quintet.fields.CharField;
import quintet.fields.HStoreField;
import quintet.fields.IntegerRangeField;
import quintet.fields.PostgresValidators;
import quintet.fields.Range;

/** Form fields for lists, ranges and texts by keys: HTML, values and messages as Django's. */
class ListAndRangeFieldsTest {
    private static Bound bound(FieldSpec<?> field, @Nullable Object initial, @Nullable String sent) {
        FormSpec<Cleaned> spec = FormSpec.of(Map.of("f", field));
        FormSpec<Cleaned> filled = initial == null ? spec : spec.initial(Map.of("f", initial));
        return (sent == null ? filled.unbound() : filled.read(FormData.parse(sent))).raw();
    }

    private static String html(FieldSpec<?> field, @Nullable Object initial) {
        return bound(field, initial, null).field("f").toString();
    }

    private static List<String> errors(FieldSpec<?> field, String sent) {
        Bound form = bound(field, null, sent);
        return form.errors().asMap().values().stream()
                .flatMap(list -> list.data().stream())
                .map(error -> error.code() + ": " + error.text())
                .toList();
    }

    private static @Nullable Object value(FieldSpec<?> field, String sent) {
        Bound form = bound(field, null, sent);
        assertThat(form.errors().asMap()).isEmpty();
        return form.cleaned().get("f");
    }

    private static boolean changed(FieldSpec<?> field, @Nullable Object initial, String sent) {
        return bound(field, initial, sent).hasChanged();
    }

    @Test
    void aListIsWrittenInOneLine() {
        ArraySpec numbers = simpleArrayField(integerField()).minLength(2).maxLength(3);
        assertThat(html(numbers, List.of(1, 2)))
                .isEqualTo("<input type=\"text\" name=\"f\" value=\"1,2\" required id=\"id_f\">");
        assertThat(bound(numbers, List.of(1, 2), null).field("f").asHidden().toString())
                .isEqualTo("<input type=\"hidden\" name=\"f\" value=\"1,2\" id=\"id_f\">");
        assertThat(value(numbers, "f=1,2")).isEqualTo(List.of(1L, 2L));
        assertThat(value(simpleArrayField(integerField()).itemType(Integer.class), "f=3"))
                .isEqualTo(List.of(3));
        assertThat(value(simpleArrayField(charField()).delimiter("|"), "f=a|b, c "))
                .isEqualTo(List.of("a", "b, c"));
        assertThat(value(simpleArrayField(charField()).required(false), "f=")).isEqualTo(List.of());
        assertThatThrownBy(() -> simpleArrayField(charField()).delimiter("")).hasMessageContaining("delimiter");
    }

    @Test
    void messagesSayWhichItemIsWrong() {
        ArraySpec numbers = simpleArrayField(integerField().max(5));
        assertThat(errors(numbers, "f=1,a,9"))
                .containsExactly("item_invalid: Item 2 in the array did not validate: Enter a whole number.");
        assertThat(errors(numbers, "f=1,9,8"))
                .containsExactly(
                        "item_invalid: Item 2 in the array did not validate: Ensure this value is less than or equal"
                                + " to 5.",
                        "item_invalid: Item 3 in the array did not validate: Ensure this value is less than or equal"
                                + " to 5.");
        assertThat(errors(numbers.maxLength(2), "f=1,9,8"))
                .containsExactly("max_length: List contains 3 items, it should contain no more than 2.");
        assertThat(errors(numbers.minLength(2), "f=1"))
                .containsExactly("min_length: List contains 1 item, it should contain no fewer than 2.");
        assertThat(errors(numbers, "f=1,,2"))
                .containsExactly("item_invalid: Item 2 in the array did not validate: This field is required.");
        assertThat(errors(numbers, "f=")).containsExactly("required: This field is required.");
        assertThat(errors(numbers.errorMessage("item_invalid", "No. %(nth)s of 100%%:"), "f=x"))
                .containsExactly("item_invalid: No. 1 of 100%: Enter a whole number.");
    }

    @Test
    void aListHasChangedWhenItsItemsHave() {
        ArraySpec numbers = simpleArrayField(integerField()).required(false);
        assertThat(changed(numbers, List.of(1, 2), "f=1, 2")).isFalse();
        assertThat(changed(numbers, List.of(1, 2), "f=2,1")).isTrue();
        assertThat(changed(numbers, List.of(1, 2), "f=1,x")).isTrue();
        assertThat(changed(numbers, List.of(), "f=")).isFalse();
        assertThat(changed(numbers, null, "f=")).isFalse();
        assertThat(changed(numbers.disabled(true), List.of(1), "f=2")).isFalse();
        assertThat(value(numbers.disabled(true).initial(List.of(1L)), "f=2")).isEqualTo(List.of(1L));
    }

    @Test
    void aListMayHaveAnInputForEachItem() {
        SplitArraySpec three = splitArrayField(integerField().min(1), 3);
        assertThat(html(three, List.of(1, 2)))
                .isEqualTo("<input type=\"number\" name=\"f_0\" value=\"1\" min=\"1\" required id=\"id_f_0\">"
                        + "<input type=\"number\" name=\"f_1\" value=\"2\" min=\"1\" required id=\"id_f_1\">"
                        + "<input type=\"number\" name=\"f_2\" min=\"1\" required id=\"id_f_2\">");
        assertThat(bound(three, null, null).field("f").labelTag().toString())
                .isEqualTo("<label for=\"id_f_0\">F:</label>");
        assertThat(value(three, "f_0=1&f_1=2&f_2=3")).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(errors(three, "f_0=1&f_1=x&f_2="))
                .containsExactly(
                        "item_invalid: Item 2 in the array did not validate: Enter a whole number.",
                        "item_invalid: Item 3 in the array did not validate: This field is required.");
        assertThat(errors(three, "f_0=&f_1=&f_2=")).containsExactly(": This field is required.");

        SplitArraySpec open = splitArrayField(integerField().required(false), 3);
        assertThat(value(open, "f_0=1&f_1=&f_2=")).isEqualTo(Arrays.asList(1L, null, null));
        assertThat(value(three.removeTrailingNulls(true), "f_0=1&f_1=&f_2=")).isEqualTo(List.of(1L));
        assertThat(value(open.removeTrailingNulls(true), "f_0=&f_1=2&f_2=")).isEqualTo(Arrays.asList(null, 2L));
        assertThat(changed(open.removeTrailingNulls(true), List.of(1), "f_0=1&f_1=&f_2="))
                .isFalse();
        assertThat(changed(open, List.of(1), "f_0=1&f_1=2&f_2=")).isTrue();
    }

    @Test
    void textsByKeysAreWrittenAsJson() {
        Map<String, @Nullable String> labels = new LinkedHashMap<>();
        labels.put("a", "b");
        labels.put("ü", null);
        assertThat(html(hstoreField(), labels))
                .isEqualTo("<textarea name=\"f\" cols=\"40\" rows=\"10\" required id=\"id_f\">\n"
                        + "{&quot;a&quot;: &quot;b&quot;, &quot;ü&quot;: null}</textarea>");
        Map<String, @Nullable String> read = new LinkedHashMap<>();
        read.put("a", "1");
        read.put("b", null);
        read.put("c", "True");
        read.put("d", "1.5");
        assertThat(value(hstoreField(), "f={\"a\": 1, \"b\": null, \"c\": true, \"d\": 1.5}"))
                .isEqualTo(read);
        assertThat(errors(hstoreField(), "f={\"a\"")).containsExactly("invalid_json: Could not load JSON data.");
        assertThat(errors(hstoreField(), "f=[\"a\"]"))
                .containsExactly("invalid_format: Input must be a JSON dictionary.");
        assertThat(errors(hstoreField(), "f=")).containsExactly("required: This field is required.");
        assertThat(bound(hstoreField(), null, "f={\"a\"").field("f").toString()).contains("\n{&quot;a&quot;<");
        assertThat(changed(hstoreField().required(false), null, "f=")).isFalse();
        assertThat(changed(hstoreField(), Map.of("a", "1"), "f={\"a\": 1}")).isFalse();
        assertThat(changed(hstoreField(), Map.of("a", "1"), "f={\"a\": 2}")).isTrue();
        HStoreSpec strict = hstoreField().validator(PostgresValidators.keys(List.of("a", "b"), true));
        assertThat(errors(strict, "f={\"a\": 1}")).containsExactly("missing_keys: Some keys were missing: b");
        assertThat(errors(strict, "f={\"a\": 1, \"b\": 2, \"c\": 3}"))
                .containsExactly("extra_keys: Some unknown keys were provided: c");
    }

    @Test
    void aRangeHasAnInputForEachBound() {
        RangeSpec whole = Fields.integerRangeField();
        assertThat(html(whole, Range.of(1, 5)))
                .isEqualTo("<input type=\"number\" name=\"f_0\" value=\"1\" id=\"id_f_0\">"
                        + "<input type=\"number\" name=\"f_1\" value=\"5\" id=\"id_f_1\">");
        assertThat(bound(whole, Range.of(1, 5), null).field("f").asHidden().toString())
                .isEqualTo("<input type=\"hidden\" name=\"f_0\" value=\"1\" id=\"id_f_0\">"
                        + "<input type=\"hidden\" name=\"f_1\" value=\"5\" id=\"id_f_1\">");
        assertThat(html(whole, null))
                .isEqualTo("<input type=\"number\" name=\"f_0\" id=\"id_f_0\">"
                        + "<input type=\"number\" name=\"f_1\" id=\"id_f_1\">");
        assertThat(value(whole, "f_0=1&f_1=5")).isEqualTo(Range.of(1L, 5L));
        assertThat(value(whole, "f_0=&f_1=5")).isEqualTo(Range.until(5L));
        assertThat(value(whole, "f_0=&f_1=")).isNull();
        assertThat(value(whole.bounds("[]").boundType(Integer.class), "f_0=1&f_1=5"))
                .isEqualTo(Range.closed(1, 5));
        assertThat(value(Fields.decimalRangeField(), "f_0=1.50&f_1=")).isEqualTo(Range.from(new BigDecimal("1.50")));
        assertThat(html(Fields.decimalRangeField(), Range.from(new BigDecimal("1.50"))))
                .isEqualTo("<input type=\"number\" name=\"f_0\" value=\"1.50\" id=\"id_f_0\">"
                        + "<input type=\"number\" name=\"f_1\" id=\"id_f_1\">");
        assertThat(value(Fields.dateRangeField(), "f_0=2024-01-02&f_1=03/04/2024"))
                .isEqualTo(Range.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 4)));
        OffsetDateTime three = OffsetDateTime.parse("2024-01-02T03:04:05Z");
        assertThat(html(Fields.dateTimeRangeField(), Range.from(three)))
                .isEqualTo("<input type=\"text\" name=\"f_0\" value=\"2024-01-02 03:04:05\" id=\"id_f_0\">"
                        + "<input type=\"text\" name=\"f_1\" id=\"id_f_1\">");
        assertThat(value(Fields.dateTimeRangeField().boundType(Instant.class), "f_0=2024-01-02 03:04:05&f_1="))
                .isEqualTo(Range.from(three.toInstant()));
    }

    @Test
    void boundsStandInOrder() {
        RangeSpec whole = Fields.integerRangeField();
        assertThat(errors(whole, "f_0=6&f_1=2"))
                .containsExactly("bound_ordering: The start of the range must not exceed the end of the range.");
        assertThat(errors(whole, "f_0=a&f_1=b")).containsExactly("invalid: Enter a whole number.");
        assertThat(errors(whole.required(true), "f_0=&f_1=")).containsExactly("required: This field is required.");
        assertThat(html(whole.required(true), null))
                .as("either bound may be missing")
                .doesNotContain("required");
        assertThat(errors(whole.validator(PostgresValidators.rangeMinValue(0)), "f_0=&f_1=5"))
                .containsExactly("min_value: Ensure that the lower bound of the range is not less than 0.");
        assertThat(errors(whole.validator(PostgresValidators.rangeMaxValue(4)), "f_0=1&f_1=5"))
                .containsExactly("max_value: Ensure that the upper bound of the range is not greater than 4.");
        assertThatThrownBy(() -> whole.bounds("]")).hasMessageContaining("[)");
    }

    @Test
    void aRangeHasChangedWhenABoundHas() {
        RangeSpec whole = Fields.integerRangeField();
        assertThat(changed(whole, Range.of(1, 5), "f_0=1&f_1=5")).isFalse();
        assertThat(changed(whole, Range.of(1, 5), "f_0=1&f_1=6")).isTrue();
        assertThat(changed(whole, Range.until(5), "f_0=&f_1=5")).isFalse();
        assertThat(changed(whole, null, "f_0=&f_1=")).isFalse();
        RangeSpec days = Fields.dateRangeField().showHiddenInitial(true);
        Bound form = bound(days, null, "f_0=2024-01-02&f_1=x&initial-f_0=2024-01-02&initial-f_1=");
        assertThat(form.errors().asMap()).containsKey("f");
        assertThat(form.field("f").toString())
                .contains("name=\"initial-f_0\" value=\"2024-01-02\"", "name=\"f_1\" value=\"x\"");
        assertThat(bound(days, null, "f_0=2024-01-02&f_1=&initial-f_0=2024-01-02&initial-f_1=")
                        .hasChanged())
                .isFalse();
    }

    @Test
    void someInputsOfAFieldMayBeRequired() {
        MultiValueSpec name = Fields.multiValueField(
                        false, parts -> parts, charField(), charField().required(false))
                .widget(Widgets.multi(Widgets.text(), Widgets.text()));
        assertThat(html(name, null))
                .isEqualTo("<input type=\"text\" name=\"f_0\" required id=\"id_f_0\">"
                        + "<input type=\"text\" name=\"f_1\" id=\"id_f_1\">");
    }

    // region: record
    record Offer(
            @ArrayField(size = 3) List<@CharField(maxLength = 5) String> tags,
            @IntegerRangeField(min = "0", max = "100") Range<Integer> share,
            @HStoreField(blank = true, keys = "maker") Map<String, @Nullable String> labels,
            @Nullable Range<LocalDate> sold) {}

    static final FormSpec<Offer> OFFER = FormSpec.of(Offer.class);
    // endregion

    @Test
    void formRecordsHaveThem() {
        Form<Offer> form = OFFER.read(FormData.parse("tags=a,b&share_0=1&share_1=5&labels={\"maker\":\"x\"}"));
        assertThat(form).isInstanceOf(Form.Valid.class);
        assertThat(((Form.Valid<Offer>) form).data())
                .isEqualTo(new Offer(List.of("a", "b"), Range.of(1, 5), Map.of("maker", "x"), null));
        Form<Offer> wrong =
                OFFER.read(FormData.parse("tags=a,abcdef&share_0=-1&share_1=500&labels={\"x\":1}&sold_0=2024-13-01"));
        assertThat(wrong.errors().messages())
                .containsEntry(
                        "tags",
                        List.of("Item 2 in the array did not validate: Ensure this value has at most 5"
                                + " characters (it has 6)."))
                .containsEntry("labels", List.of("Some keys were missing: maker"))
                .containsEntry("sold", List.of("Enter a valid date."));
        assertThat(wrong.errors().messages().get("share")).hasSize(2);
        assertThat(OFFER.read(FormData.parse("")).errors().messages()).containsOnlyKeys("tags", "share");
        assertThat(OFFER.read(FormData.parse("tags=a&share_0=9999999999&share_1="))
                        .errors()
                        .messages()
                        .get("share"))
                .containsExactly("Ensure this value is less than or equal to 2147483647.");
    }
}
