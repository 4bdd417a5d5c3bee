package quintet.dev.internal.pages;

import java.util.List;

/**
 * A name and what is known about it.
 *
 * @param name the name
 * @param value the text to show
 */
public record Fact(String name, String value) {
    /**
     * Facts of one kind.
     *
     * @param title what they are
     * @param rows the facts
     * @param note what to say if there are none, or about them; may be empty
     */
    public record Group(String title, List<Fact> rows, String note) {}
}
