package library;

import quintet.views.SuccessMessage;
import quintet.views.UpdateView;

/** Changes a book. */
class BookEdit extends UpdateView<Book> implements SuccessMessage {
    BookEdit() {
        form(BookForm.SPEC);
    }

    @Override
    public String successMessage() {
        return "{title} is saved.";
    }
}
