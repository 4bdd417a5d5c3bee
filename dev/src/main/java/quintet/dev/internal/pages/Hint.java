package quintet.dev.internal.pages;

import java.util.List;

/**
 * What to do about an error.
 *
 * @param text a sentence
 * @param commands what to type or write; may be empty
 * @param places places that were looked at, or names to choose from; may be empty
 */
public record Hint(String text, List<String> commands, List<String> places) {
    static Hint of(String text, String... commands) {
        return new Hint(text, List.of(commands), List.of());
    }
}
