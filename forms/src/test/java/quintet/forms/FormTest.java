package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.http.UploadedFile;

class FormTest {
    private static FormSpec<Cleaned> person() {
        Map<String, FieldSpec<?>> fields = new LinkedHashMap<>();
        fields.put("name", Fields.charField().maxLength(10));
        fields.put("age", Fields.integerField().required(false).min(0));
        return FormSpec.of(fields);
    }

    @Test
    void aFormIsAValueThatRequestsCannotChange() {
        FormSpec<Cleaned> spec = person();
        spec.initial("name", "Ann").prefix("p").label("age", "Years");
        assertThat(spec.unbound().html().toString())
                .contains("<input type=\"text\" name=\"name\" maxlength=\"10\" required id=\"id_name\">")
                .contains("Age:");
    }

    @Test
    void collectsTheErrorsOfAllFields() {
        Form<Cleaned> form = person().read(FormData.parse("name=&age=-1"));
        assertThat(form.errors().messages())
                .containsEntry("name", List.of("This field is required."))
                .containsEntry("age", List.of("Ensure this value is greater than or equal to 0."));
        assertThat(form.cleanedData()).isEmpty();
    }

    @Test
    void rulesRunAlthoughAFieldIsWrong() {
        Form<Cleaned> form = person().rule((cleaned, errors) -> {
                    if (!cleaned.has("age")) {
                        errors.add("no age");
                    }
                })
                .read(FormData.parse("name=Ann&age=x"));
        assertThat(form.nonFieldErrors().messages()).containsExactly("no age");
    }

    @Test
    void errorsByFieldGoToTheirFields() {
        Form<Cleaned> form = person().rule((cleaned, errors) -> {
                    throw ValidationError.ofFields(Map.of("age", List.of(new FieldError("too young", "young"))));
                })
                .read(FormData.parse("name=Ann&age=3"));
        assertThat(form.raw().hasError("age", "young")).isTrue();
        assertThat(form.cleanedData()).containsOnlyKeys("name");
    }

    @Test
    void namesTheFieldsThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> person().label("nmae", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The form has no field \"nmae\". Its fields are: name, age.");
    }

    @Test
    void escapesWhatWasSent() {
        assertThat(person().read(FormData.parse("name=%22%3E%3Cscript%3E"))
                        .html()
                        .toString())
                .contains("value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>");
    }

    @Test
    void disabledFieldsIgnoreWhatWasSent() {
        Form<Cleaned> form = person().field("name", f -> f.disabled(true))
                .initial("name", "Ann")
                .read(FormData.parse("name=Eve"));
        assertThat(form.cleanedData()).containsEntry("name", "Ann");
    }

    @Test
    void readsUploadedFiles() {
        FormSpec<Cleaned> spec = FormSpec.of(Map.of("doc", Fields.fileField()));
        UploadedFile file = UploadedFile.of("a.txt", new byte[] {1}, "text/plain");
        assertThat(spec.read(FormData.of(quintet.http.QueryDict.empty(), Map.of("doc", file)))
                        .isValid())
                .isTrue();
        assertThat(spec.unbound().raw().isMultipart()).isTrue();
    }

    @Test
    void anEmptyFormMayStayEmptyIfAllowed() {
        assertThat(person().emptyPermitted(true).read(FormData.parse("name=")).isValid())
                .isTrue();
    }

    @Test
    void aRecordWithoutCompanionTeachesHowToSwitchTheProcessorOn() {
        record Plain(String text) {}
        assertThatThrownBy(() -> FormSpec.of(Plain.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("annotationProcessorPaths");
    }

    @Test
    void momentsAreReadAndShownInTheChosenZone() throws Exception {
        FormSpec<Cleaned> spec = FormSpec.of(Map.of("at", Fields.dateTimeField()));
        quintet.core.TimeZones.withZone(java.time.ZoneId.of("Asia/Tokyo"), () -> {
            Cleaned cleaned =
                    spec.read(FormData.parse("at=2024-01-02 09:00")).raw().cleaned();
            assertThat(cleaned.as("at", java.time.Instant.class)).isEqualTo("2024-01-02T00:00:00Z");
            assertThat(spec.initial("at", java.time.Instant.parse("2024-01-02T00:00:00Z"))
                            .unbound()
                            .html()
                            .toString())
                    .contains("value=\"2024-01-02 09:00:00\"");
            return true;
        });
    }

    @Test
    void aSetReadsNoMoreFormsThanItsAbsoluteMaximum() {
        FormSet<Cleaned> set = person().many(1, 2)
                .absoluteMax(3)
                .read(FormData.parse("form-TOTAL_FORMS=1000000&form-INITIAL_FORMS=0"));
        assertThat(set).isInstanceOf(FormSet.Invalid.class);
        assertThat(set.raw().forms()).hasSize(3);
    }
}
