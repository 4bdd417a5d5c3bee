package library;

import quintet.forms.FormSpec;

/** The form behind adding and editing books, made from the model. */
final class BookForm {
    static final FormSpec<Book> SPEC = FormSpec.of(
            Book.class,
            Book_.title,
            Book_.originalTitle,
            Book_.author(),
            Book_.year,
            Book_.circa,
            Book_.language,
            Book_.summary,
            Book_.tags());

    private BookForm() {}
}
