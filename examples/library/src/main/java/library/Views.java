package library;

import static quintet.fields.WidgetKind.RADIO_SELECT;
import static quintet.fields.WidgetKind.TEXTAREA;
import static quintet.views.Shortcuts.redirect;
import static quintet.views.Shortcuts.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.IntegerChoices;
import quintet.forms.Errors;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.Ref;
import quintet.sessions.Messages;

/** The pages that are functions. */
final class Views {
    private Views() {}

    /** How much a reader likes a book. */
    enum Stars implements IntegerChoices {
        FIVE(5, "5 stars: again and again"),
        FOUR(4, "4 stars: gladly"),
        THREE(3, "3 stars: why not"),
        TWO(2, "2 stars: with effort"),
        ONE(1, "1 star: never again");

        private final int value;
        private final String label;

        Stars(int value, String label) {
            this.value = value;
            this.label = label;
        }

        @Override
        public Integer value() {
            return value;
        }

        @Override
        public String label() {
            return label;
        }
    }

    record ReviewForm(
            @CharField(maxLength = 80, label = "Your name") String name,

            @quintet.fields.IntegerField(widget = RADIO_SELECT)
            Stars stars,

            @CharField(
                    maxLength = 2000,
                    widget = TEXTAREA,
                    blank = true,
                    label = "Your review",
                    helpText = "Up to 2000 characters.")
            String body) {
        void clean(Errors errors) {
            if (stars == Stars.ONE && body.isBlank()) {
                errors.add("body", "One star? Tell the others why.");
            }
        }
    }

    static final FormSpec<ReviewForm> REVIEW = FormSpec.of(ReviewForm.class);

    // region: detail
    static Response detail(Request request, long id) {
        Book book = Book.objects.selectRelated(Book_.author()).getOr404(id);
        return switch (REVIEW.read(request)) {
            case Form.Valid<ReviewForm> valid -> {
                ReviewForm review = valid.data();
                Review.objects.create(r -> {
                    r.book = Ref.of(book);
                    r.name = review.name();
                    r.stars = review.stars().value();
                    r.body = review.body();
                });
                Messages.success(request, "Thank you for your review.");
                yield redirect(book.absoluteUrl() + "#reviews");
            }
            case Form<ReviewForm> form -> detail(request, book, form);
        };
    }
    // endregion

    private static Response detail(Request request, Book book, Form<ReviewForm> form) {
        List<Review> reviews = book.reviews.list();
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("here", "books");
        context.put("book", book);
        context.put("form", form);
        context.put("reviews", reviews);
        context.put(
                "average",
                reviews.stream().mapToInt(review -> review.stars).average().orElse(0));
        context.put(
                "others",
                Book.objects
                        .selectRelated(Book_.author())
                        .filter(Book_.author().id.eq(Ref.id(book.author)))
                        .exclude(Book_.id.eq(book.id))
                        .orderBy(Book_.year.asc())
                        .slice(0, 12));
        return render(request, "library/book_detail.html", context);
    }

    /** A bar of the time line. */
    record Span(String label, int from, int to, int count) {
        /** The style of the bar. */
        public String era() {
            return Era.of(from).slug();
        }

        /** The list of its books. */
        public String url() {
            return LibraryApp.LIST.url() + "?from=" + from + "&to=" + to + "&sort=oldest";
        }
    }

    /** Books by century, and by decade since 1700. */
    static Response timeline(Request request) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int year : Book.objects.values(Book_.year).list()) {
            counts.merge(spanStart(year), 1, Integer::sum);
        }
        List<Span> spans = new ArrayList<>();
        counts.forEach((start, count) -> spans.add(
                start < 1700
                        ? new Span(Years.century(start + 1), start, start + 99, count)
                        : new Span(start + "s", start, start + 9, count)));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return render(request, "library/timeline.html", Map.of("here", "timeline", "spans", spans, "most", most));
    }

    private static int spanStart(int year) {
        int length = year < 1700 ? 100 : 10;
        return Math.floorDiv(year, length) * length;
    }
}
