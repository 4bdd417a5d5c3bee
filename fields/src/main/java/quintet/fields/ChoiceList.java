package quintet.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choices in order: values with labels, some of them in groups under a heading. Immutable.
 *
 * <p>{@code ChoiceList.of("s", "Small").and("l", "Large").group("Children", ChoiceList.of("c", "128 cm"))} is Django's list of
 * pairs with a group; {@code ChoiceList.of(map)} its mapping.
 */
public final class ChoiceList {
    /** No choices: a start for {@link #and}. */
    public static final ChoiceList EMPTY = new ChoiceList(List.of());

    /** A choice, or a group of choices. */
    public sealed interface Entry permits Choices.Pair, Group {}

    /**
     * Choices under a heading.
     *
     * @param heading what people see above them
     * @param pairs the choices, in order
     */
    public record Group(String heading, List<Choices.Pair> pairs) implements Entry {
        /** Copies the list. */
        public Group {
            pairs = List.copyOf(pairs);
        }
    }

    private final List<Entry> entries;

    private ChoiceList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** One choice. An enum constant stands for its stored value. The value "" is the choice of nothing. */
    public static ChoiceList of(Object value, String label) {
        return EMPTY.and(value, label);
    }

    /** Some constants of an enum, in this order, with their labels; those that name a group stand in it. */
    public static ChoiceList of(Enum<?> first, Enum<?>... more) {
        List<Enum<?>> constants = new ArrayList<>();
        constants.add(first);
        constants.addAll(List.of(more));
        return of(constants);
    }

    /** The constants of an enum; those that name a group stand in it, where its first constant stands. */
    public static ChoiceList of(Class<? extends Enum<?>> type) {
        return of(List.of(type.getEnumConstants()));
    }

    /** Values with their labels; use a map that keeps its order. Django's mapping. */
    public static ChoiceList of(Map<?, String> labels) {
        List<Entry> entries = new ArrayList<>();
        labels.forEach((value, label) -> entries.add(pair(value, label)));
        return new ChoiceList(entries);
    }

    private static ChoiceList of(List<? extends Enum<?>> constants) {
        Map<Object, List<Choices.Pair>> groups = new LinkedHashMap<>();
        for (Enum<?> constant : constants) {
            String heading = Choices.groupOf(constant);
            Object key = heading.isEmpty() ? constant : heading;
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(pair(constant, Choices.labelOf(constant)));
        }
        List<Entry> entries = new ArrayList<>();
        groups.forEach((key, pairs) ->
                entries.add(key instanceof String heading ? new Group(heading, pairs) : pairs.getFirst()));
        return new ChoiceList(entries);
    }

    private static Choices.Pair pair(Object value, String label) {
        return new Choices.Pair(value instanceof Enum<?> constant ? Choices.valueOf(constant) : value, label);
    }

    /** The same and one choice more. */
    public ChoiceList and(Object value, String label) {
        return plus(List.of(pair(value, label)));
    }

    /** The same and those after them. */
    public ChoiceList and(ChoiceList more) {
        return plus(more.entries);
    }

    /** The same and a group. What stands in groups of {@code choices} loses its heading: groups do not nest. */
    public ChoiceList group(String heading, ChoiceList choices) {
        return plus(List.of(new Group(heading, choices.pairs())));
    }

    private ChoiceList plus(List<? extends Entry> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new ChoiceList(all);
    }

    /** Choices and groups, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** All choices, those in groups too, in order. Django's {@code flatchoices}. */
    public List<Choices.Pair> pairs() {
        List<Choices.Pair> pairs = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Choices.Pair pair -> pairs.add(pair);
                case Group group -> pairs.addAll(group.pairs());
            }
        }
        return List.copyOf(pairs);
    }

    /** The choice with this value, or null. Numbers and texts compare by their text; an enum constant stands for its stored value. */
    public Choices.@Nullable Pair find(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String wanted = (value instanceof Enum<?> constant ? Choices.valueOf(constant) : value).toString();
        for (Choices.Pair pair : pairs()) {
            if (pair.value().toString().equals(wanted)) {
                return pair;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChoiceList list && entries.equals(list.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The choices and groups. */
    @Override
    public String toString() {
        return entries.toString();
    }
}
