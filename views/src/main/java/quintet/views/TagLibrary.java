package quintet.views;

import quintet.templates.Library;

/**
 * Tags and filters of an app: a class in its {@code templatetags} package, found by its place. Its name for
 * {@code {% load %}} is the class name in small letters with underscores: {@code BookTags} is {@code book_tags}.
 *
 * <pre>{@code
 * package library.templatetags;
 *
 * public final class BookTags implements TagLibrary {
 *     @Override public Library library() {
 *         return new Library().filter("shout", Filter.text(String::toUpperCase));
 *     }
 * }
 * }</pre>
 */
public interface TagLibrary {
    /** The tags and filters; asked for once for each site. */
    Library library();

    /** The name for {@code {% load %}}. */
    default String name() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
