package quintet.fields;

/**
 * An enum constant that forms offer to choose: a stored value and a label to show.
 *
 * <p>Most enums implement {@link TextChoices} or {@link IntegerChoices}. An enum without any of them is stored by its
 * constants' names, with labels made from the names.
 *
 * @param <V> the type of the stored value
 */
public interface Choice<V> {
    /** What is stored and sent. */
    V value();

    /** What people see. The default makes it from the constant's name: {@code IN_PROGRESS} is "In Progress". */
    default String label() {
        return this instanceof Enum<?> constant ? Choices.labelFromName(constant.name()) : String.valueOf(value());
    }

    /** The heading of the group that forms show it in; "" for none (Django: a named group among {@code choices}). */
    default String group() {
        return "";
    }
}
