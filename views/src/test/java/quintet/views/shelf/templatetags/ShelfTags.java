package quintet.views.shelf.templatetags;

import quintet.templates.Library;
import quintet.views.TagLibrary;

/** Tags and filters of the test app. */
public final class ShelfTags implements TagLibrary {
    @Override
    public Library library() {
        return new Library().filter("twice", value -> value + " " + value);
    }
}
