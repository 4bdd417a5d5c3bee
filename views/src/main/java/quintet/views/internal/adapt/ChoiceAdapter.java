package quintet.views.internal.adapt;

import org.jspecify.annotations.Nullable;
import quintet.fields.Choice;
import quintet.templates.ValueAdapter;

/** The constants of a field's choices print as the stored value; {@code value}, {@code label} and {@code name} as in Django. */
final class ChoiceAdapter implements ValueAdapter<Choice<?>> {
    @Override
    public @Nullable Object attribute(Choice<?> choice, String name) {
        return switch (name) {
            case "value" -> choice.value();
            case "label" -> choice.label();
            case "name" -> choice instanceof Enum<?> constant ? constant.name() : MISSING;
            default -> DEFAULT;
        };
    }

    @Override
    public boolean truth(Choice<?> choice) {
        Object value = choice.value();
        return !value.equals("") && !value.equals(0);
    }

    @Override
    public CharSequence text(Choice<?> choice) {
        return String.valueOf(choice.value());
    }
}
