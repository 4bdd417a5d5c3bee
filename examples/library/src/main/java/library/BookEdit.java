package library;

import quintet.views.SuccessMessage;
import quintet.views.UpdateView;

/** Changes a book. */
// region: view
class BookEdit extends UpdateView<Book> implements SuccessMessage {
    BookEdit() {
        form(BookForm.SPEC);
    }

    @Override
    public String successMessage() {
        return "{title} is saved.";
    }
}
// endregion
