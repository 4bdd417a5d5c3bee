package library;

import quintet.forms.FormSpec;
import quintet.views.CreateView;
import quintet.views.SuccessMessage;

/** Adds an author. */
class AuthorCreate extends CreateView<Author> implements SuccessMessage {
    AuthorCreate() {
        form(FormSpec.of(
                Author.class,
                Author_.name,
                Author_.sortName,
                Author_.born,
                Author_.died,
                Author_.circa,
                Author_.country));
    }

    @Override
    public String successMessage() {
        return "{name} has a page now.";
    }
}
