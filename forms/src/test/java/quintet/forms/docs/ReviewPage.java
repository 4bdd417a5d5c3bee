package quintet.forms.docs;

import static quintet.fields.WidgetKind.TEXTAREA;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.IntegerField;
import quintet.fields.TextChoices;
import quintet.fields.ValidationError;
import quintet.forms.Cleaned;
import quintet.forms.Errors;
import quintet.forms.Fields;
import quintet.forms.Form;
import quintet.forms.FormData;
import quintet.forms.FormSet;
import quintet.forms.FormSpec;
import quintet.forms.Widgets;

/** The examples of {@code docs/forms.md}; {@code ReviewPageTest} runs them. */
final class ReviewPage {
    // region: record
    enum Mood implements TextChoices {
        CHEERFUL,
        THOUGHT_PROVOKING
    }

    record ReviewForm(
            @IntegerField(min = 1, max = 5) int stars,
            @CharField(maxLength = 2000, widget = TEXTAREA, blank = true) String body,
            @Nullable Mood mood) {

        void clean(Errors errors) {
            if (stars == 1 && body.isBlank()) {
                errors.add("body", "Tell us why.");
            }
        }

        static String cleanBody(String body) {
            if (body.contains("http://")) {
                throw new ValidationError("Please leave links out.", "links");
            }
            return body;
        }
    }

    static final FormSpec<ReviewForm> REVIEW = FormSpec.of(ReviewForm.class);
    // endregion

    private ReviewPage() {}

    // region: read
    static String post(FormData data) {
        return switch (REVIEW.read(data)) {
            case Form.Valid<ReviewForm>(var review, var raw) -> "thanks for " + review.stars() + " stars";
            case Form<ReviewForm> form -> form.html().toString();
        };
    }
    // endregion

    // region: adjust
    static Form<ReviewForm> adjusted() {
        return REVIEW.initial(ReviewForm_.stars, 3)
                .label(ReviewForm_.body, "Your words")
                .widget(ReviewForm_.stars, Widgets.number().attr("class", "small"))
                .without("mood")
                .prefix("r")
                .unbound();
    }
    // endregion

    // region: reject
    static Form<ReviewForm> rejectRepeats(FormData data, List<String> earlier) {
        Form<ReviewForm> form = REVIEW.read(data);
        if (form instanceof Form.Valid<ReviewForm> valid && earlier.contains(valid.data().body())) {
            return valid.reject(ReviewForm_.body, "You said that before.");
        }
        return form;
    }
    // endregion

    // region: runtime
    static final FormSpec<Cleaned> SEARCH = FormSpec.of(Map.of("q", Fields.charField().required(false).maxLength(50)));

    static String search(FormData data) {
        return SEARCH.read(data) instanceof Form.Valid<Cleaned> form ? "searching " + form.data().get("q") : "?";
    }
    // endregion

    // region: many
    static List<Integer> stars(FormData data) {
        return switch (REVIEW.many(2, 10).prefix("reviews").read(data)) {
            case FormSet.Valid<ReviewForm>(var reviews, _) ->
                reviews.stream().map(ReviewForm::stars).toList();
            case FormSet<ReviewForm> forms -> List.of();
        };
    }
    // endregion
}
