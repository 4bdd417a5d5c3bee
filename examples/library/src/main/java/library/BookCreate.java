package library;

import quintet.views.CreateView;
import quintet.views.SuccessMessage;

/** Adds a book. */
class BookCreate extends CreateView<Book> implements SuccessMessage {
    BookCreate() {
        form(BookForm.SPEC);
    }

    @Override
    public String successMessage() {
        return "%(title)s is on the shelf.";
    }
}
