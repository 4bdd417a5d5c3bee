package quintet.forms.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.forms.Form;
import quintet.forms.FormData;

class ReviewPageTest {
    @Test
    void readsARecord() {
        assertThat(ReviewPage.post(FormData.parse("stars=4&body=Fine"))).isEqualTo("thanks for 4 stars");
    }

    @Test
    void showsErrorsBesideTheInputThatCausedThem() {
        assertThat(ReviewPage.post(FormData.parse("stars=9&body=Fine")))
                .contains("Ensure this value is less than or equal to 5.")
                .contains("aria-describedby=\"id_stars_error\"");
    }

    @Test
    void runsTheRecordsOwnChecks() {
        assertThat(ReviewPage.post(FormData.parse("stars=1&body="))).contains("Tell us why.");
        assertThat(ReviewPage.post(FormData.parse("stars=3&body=see http://x"))).contains("Please leave links out.");
    }

    @Test
    void adjustsForARequest() {
        assertThat(ReviewPage.adjusted().html().toString())
                .contains("<input type=\"number\" name=\"r-stars\" value=\"3\" class=\"small\" min=\"1\" max=\"5\"")
                .contains("Your words:")
                .doesNotContain("mood");
    }

    @Test
    void rejectsWhatOnlyALaterStepCanKnow() {
        Form<ReviewPage.ReviewForm> form =
                ReviewPage.rejectRepeats(FormData.parse("stars=4&body=Fine"), List.of("Fine"));
        assertThat(form).isInstanceOf(Form.Invalid.class);
        assertThat(form.errors().messages().get("body")).containsExactly("You said that before.");
    }

    @Test
    void worksWithFieldsChosenAtRunTime() {
        assertThat(ReviewPage.search(FormData.parse("q=+java+"))).isEqualTo("searching java");
    }

    @Test
    void readsSeveralFormsAtOnce() {
        assertThat(ReviewPage.stars(FormData.parse("reviews-TOTAL_FORMS=2&reviews-INITIAL_FORMS=0"
                        + "&reviews-0-stars=5&reviews-0-body=a&reviews-1-stars=&reviews-1-body=")))
                .containsExactly(5);
    }
}
