package library;

import quintet.http.Request;
import quintet.views.DeleteView;
import quintet.views.SuccessMessage;

/** Asks, then deletes a book and its reviews. */
class BookDelete extends DeleteView<Book> implements SuccessMessage {
    @Override
    protected String successUrl(Request request, Book book) {
        return LibraryApp.LIST.url();
    }

    @Override
    public String successMessage() {
        return "{title} is gone.";
    }
}
