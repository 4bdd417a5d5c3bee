package quintet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.ChoiceList;
import quintet.fields.Choices;

/**
 * What a select offers: a value with its label, or a group of them under a heading.
 *
 * <p>{@code ChoiceItem.of("s", "Small")}, {@code ChoiceItem.group("Shirts", ...)}, {@code ChoiceItem.of(Size.class)}.
 */
public sealed interface ChoiceItem {
    /**
     * A value and the label people see.
     *
     * @param value what is sent; null stands for the empty text
     * @param label text, or a SafeString with HTML
     */
    record Single(@Nullable Object value, Object label) implements ChoiceItem {}

    /**
     * Choices under a heading.
     *
     * @param heading text, or a SafeString with HTML
     * @param choices the choices below it
     */
    record Group(Object heading, List<Single> choices) implements ChoiceItem {
        /** Copies the list. */
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /** One choice. */
    static Single of(@Nullable Object value, Object label) {
        return new Single(value, label);
    }

    /** A group. */
    static Group group(Object heading, Single... choices) {
        return new Group(heading, List.of(choices));
    }

    /** The constants of an enum with their labels, in the groups they name. */
    static List<ChoiceItem> of(Class<? extends Enum<?>> type) {
        return of(ChoiceList.of(type));
    }

    /** Choices as models have them. */
    static List<ChoiceItem> of(ChoiceList choices) {
        List<ChoiceItem> items = new ArrayList<>();
        for (ChoiceList.Entry entry : choices.entries()) {
            switch (entry) {
                case Choices.Pair pair -> items.add(single(pair));
                case ChoiceList.Group group ->
                    items.add(new Group(
                            group.heading(),
                            group.pairs().stream().map(ChoiceItem::single).toList()));
            }
        }
        return List.copyOf(items);
    }

    private static Single single(Choices.Pair pair) {
        return of(pair.value(), pair.label());
    }

    /** The entries of a map, value to label; use a map that keeps its order. */
    static List<ChoiceItem> of(Map<?, ?> labels) {
        List<ChoiceItem> items = new ArrayList<>();
        labels.forEach((value, label) -> items.add(of(value, label)));
        return List.copyOf(items);
    }

    /** All single choices, those inside groups too. */
    static List<Single> flatten(Iterable<? extends ChoiceItem> items) {
        List<Single> singles = new ArrayList<>();
        for (ChoiceItem item : items) {
            switch (item) {
                case Single single -> singles.add(single);
                case Group group -> singles.addAll(group.choices());
            }
        }
        return singles;
    }
}
