package library.templatetags;

import quintet.templates.Library;
import quintet.views.TagLibrary;

/** {@code {% load reading %}}: {@code {{ 4.2|stars }}} is ★★★★☆. */
public final class Reading implements TagLibrary {
    @Override
    public Library library() {
        return new Library().filter("stars", Reading::stars);
    }

    static String stars(Object number) {
        int full = number instanceof Number n ? Math.clamp(Math.round(n.doubleValue()), 0, 5) : 0;
        return "★".repeat(full) + "☆".repeat(5 - full);
    }
}
