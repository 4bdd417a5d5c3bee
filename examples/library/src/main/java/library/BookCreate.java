package library;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.views.CreateView;
import quintet.views.SuccessMessage;

/** Adds a book. */
class BookCreate extends CreateView<Book> implements SuccessMessage {
    BookCreate() {
        form(BookForm.SPEC);
    }

    @Override
    protected void context(Request request, Map<String, @Nullable Object> context) {
        context.put("here", "create");
    }

    @Override
    public String successMessage() {
        return "{title} is on the shelf now.";
    }
}
