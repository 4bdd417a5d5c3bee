package quintet.views.docs;

import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;
import static quintet.views.Access.loginRequired;
import static quintet.views.Shortcuts.getOr404;
import static quintet.views.Shortcuts.listOr404;
import static quintet.views.Shortcuts.redirect;
import static quintet.views.Shortcuts.render;

import java.util.List;
import java.util.Map;
import quintet.core.PermissionDenied;
import quintet.core.Settings;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.templates.Library;
import quintet.views.ContextProcessors;
import quintet.views.Identity;
import quintet.views.LoginRequired;
import quintet.views.Mixin;
import quintet.views.MixinBehavior;
import quintet.views.RedirectView;
import quintet.views.TagLibrary;
import quintet.views.TemplateContent;
import quintet.views.TemplateSettings;
import quintet.views.TemplateView;
import quintet.views.View;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

/** The examples of docs/views.md. */
final class ViewsExample {
    private ViewsExample() {}

    // region: function
    static Response detail(Request request, long id) {
        Book book = Book.objects.selectRelated(Book_.writer()).getOr404(id);
        return render(request, "shelf/book_detail.html", Map.of("book", book));
    }

    static Response random(Request request) {
        Book book = getOr404(Book.objects.orderBy("?").limit(1));
        return redirect(book);
    }
    // endregion

    static Response lent(Request request) {
        List<Book> books = listOr404(Book.objects.filter(Book_.state.eq(Book.State.OUT)));
        return render(request, "shelf/book_list.html", Map.of("book_list", books));
    }

    // region: class
    static class Poll extends View {
        @Override
        protected Response get(Request request) {
            return Response.ok("<p>What do you read?</p>");
        }

        @Override
        protected Response post(Request request) {
            return redirect("/thanks/?answer=" + request.form().get("answer", "nothing"));
        }
    }
    // endregion

    // region: simple
    static final List<Route> SIMPLE = List.of(
            path("about/", TemplateView.of("about.html").extraContext("year", 2026)),
            path("old/<slug>/", SLUG, RedirectView.to("/books/{slug}/").permanent()),
            path("poll/", new Poll()),
            path("books/<id>/", INT, loginRequired(ViewsExample::detail)));
    // endregion

    // region: mixin
    @Mixin(StaffOnly.Behavior.class)
    interface StaffOnly {
        default String staffOnlyMessage() {
            return "For the staff only.";
        }

        final class Behavior implements MixinBehavior<StaffOnly> {
            @Override
            public Response dispatch(StaffOnly view, Request request, Next next) throws Exception {
                if (!Identity.of(request).isStaff()) {
                    throw new PermissionDenied(view.staffOnlyMessage());
                }
                return next.handle(request).header("X-Staff", "yes");
            }
        }
    }

    static class Stocktaking extends Poll implements LoginRequired, StaffOnly {}
    // endregion

    // region: settings
    static Settings templates(Settings settings) {
        return settings.with(TemplateSettings.defaults()
                .contextProcessor(ContextProcessors.I18N)
                .contextProcessor(ContextProcessors.of(request -> Map.of("shop", "Quartet")))
                .stringIfInvalid("?"));
    }
    // endregion

    // region: tags
    public static final class PriceTags implements TagLibrary {
        @Override
        public Library library() {
            return new Library().filter("euros", value -> value + " €");
        }
    }
    // endregion

    // region: lazy
    static Response withShelf(Response response) {
        return TemplateContent.change(
                response, content -> content.with("shelf", "A4").afterRender(done -> done.header("X-Shelf", "A4")));
    }
    // endregion
}
