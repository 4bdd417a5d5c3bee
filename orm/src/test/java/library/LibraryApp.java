package library;

import quintet.core.App;
import quintet.orm.CustomLookups;
import quintet.orm.Functions;
import quintet.orm.HasLookups;

/** The tests' app. */
public final class LibraryApp extends App implements HasLookups {
    // region: lookups
    @Override
    public void lookups(CustomLookups on) {
        on.lookup("ne", Integer.class, (left, right) -> left.ne(right));
        on.transform("initial", String.class, text -> Functions.left(text, 1));
        on.transform("chars", String.class, Functions::length);
        on.transform("isFirst", String.class, Book.class, "isbn", text -> Functions.truth(text.eq("1")));
    }
    // endregion
}
