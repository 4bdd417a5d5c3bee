package quintet.forms;

import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;

/** A box to tick; or, if unknown is an answer, a choice of unknown, yes and no. */
public final class BooleanSpec extends FieldSpec<BooleanSpec> {
    private final boolean nullable;

    BooleanSpec(boolean nullable) {
        this.nullable = nullable;
    }

    @Override
    protected Widget defaultWidget() {
        return nullable ? Widgets.nullBooleanSelect() : Widgets.checkbox();
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (nullable) {
            return switch (PythonText.of(raw)) {
                case "True", "true", "1" -> true;
                case "False", "false", "0" -> false;
                default -> null;
            };
        }
        return switch (raw) {
            case null -> false;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty() && !text.equalsIgnoreCase("false") && !text.equals("0");
            case Number number -> number.doubleValue() != 0;
            default -> !isEmpty(raw);
        };
    }

    @Override
    protected void validate(@Nullable Object value) {
        if (!nullable && isRequired() && !Boolean.TRUE.equals(value)) {
            throw error("required");
        }
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        return !isDisabled() && differ(convert(initialValue), convert(data));
    }
}
