package shelf;

import static quintet.views.Shortcuts.render;

import java.util.List;
import java.util.Map;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Urls;

/** The views. */
final class Views {
    /** Written so that the source of this class does not show it. */
    private static final String SECRET = "geh" + "eim";

    private Views() {}

    static Response list(Request request) {
        return render(
                request,
                "shelf/list.html",
                Map.of("books", Book.objects.selectRelated(Book_.author()).orderBy(Book_.title.asc())));
    }

    static Response detail(Request request, long id) {
        return Response.text(Book.objects.getOr404(id).title);
    }

    static Response edit(Request request, long id) {
        Book book = Book.objects.getOr404(id);
        return Response.text(book.title);
    }

    static Response fail(Request request) {
        String message = request.query().get("message", "Something broke");
        Book.objects.filter(Book_.title.eq(message)).exists();
        throw new IllegalStateException(message);
    }

    static Response wrapped(Request request) {
        try {
            List.of(1, 2).forEach(number -> divide(number, 0));
            return Response.text("never");
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The numbers do not fit", e);
        }
    }

    private static int divide(int a, int b) {
        return a / b;
    }

    static Response deep(Request request) {
        return deep(request);
    }

    static Response template(Request request) {
        return render(
                request,
                "shelf/page.html",
                Map.of("rows", List.of(new Row("one"), new Row("two")), "password", SECRET));
    }

    /** A row that cannot be shown. */
    record Row(String name) {
        public String price() {
            throw new UnsupportedOperationException("No price for " + name);
        }
    }

    static Response brokenTemplate(Request request) {
        return render(request, "shelf/broken.html");
    }

    static Response noTemplate(Request request) {
        return render(request, "shelf/nowhere.html");
    }

    static Response reverse(Request request) {
        return Response.redirect(Urls.reverse("shelf:lst"));
    }

    static Response slowList(Request request) {
        StringBuilder out = new StringBuilder();
        for (long id = 1; id <= 4; id++) {
            out.append(Book.objects.filter(Book_.id.eq(id)).count());
        }
        return Response.text(out.toString());
    }

    static Response form(Request request) {
        return Response.text("posted");
    }
}
