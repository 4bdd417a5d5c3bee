package quintet.views.docs;

import quintet.fields.CharField;
import quintet.forms.FormSpec;
import quintet.views.shelf.Book;
import quintet.views.shelf.Book_;

/** Forms of the examples. */
final class BookForms {
    private BookForms() {}

    static final FormSpec<Book> BOOK =
            FormSpec.of(Book.class, Book_.title, Book_.slug, Book_.writer(), Book_.published);

    record Question(@CharField(maxLength = 500) String text) {}
}
