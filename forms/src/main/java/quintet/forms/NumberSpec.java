package quintet.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.fields.NumberText;
import quintet.fields.PythonText;
import quintet.fields.Validator;
import quintet.fields.Validators;

/** A field for a whole number ({@code Long}, {@code BigInteger} if larger), a {@code Double} or a {@code BigDecimal}. */
public final class NumberSpec extends FieldSpec<NumberSpec> {
    /** What kind of number. */
    enum Type {
        INTEGER,
        FLOAT,
        DECIMAL
    }

    private static final Pattern ZERO_FRACTION = Pattern.compile("\\.0*\\s*$");

    private final Type type;
    private @Nullable Number min;
    private @Nullable Number max;
    private @Nullable Number step;
    private int maxDigits = -1;
    private int decimalPlaces = -1;

    NumberSpec(Type type) {
        this.type = type;
    }

    /** The smallest number allowed. */
    public NumberSpec min(Number smallest) {
        NumberSpec copy = copy();
        copy.min = smallest;
        return copy;
    }

    /** The largest number allowed. */
    public NumberSpec max(Number largest) {
        NumberSpec copy = copy();
        copy.max = largest;
        return copy;
    }

    /** The distance between allowed numbers, counted from the smallest, else from 0. */
    public NumberSpec step(Number distance) {
        NumberSpec copy = copy();
        copy.step = distance;
        return copy;
    }

    /** For decimals: how many digits at most, before and after the point; -1 for no limit. */
    public NumberSpec maxDigits(int digits) {
        NumberSpec copy = copy();
        copy.maxDigits = digits;
        return copy;
    }

    /** For decimals: how many digits at most after the point; -1 for no limit. */
    public NumberSpec decimalPlaces(int digits) {
        NumberSpec copy = copy();
        copy.decimalPlaces = digits;
        return copy;
    }

    @Override
    protected Widget defaultWidget() {
        return isLocalized() ? Widgets.text() : Widgets.number();
    }

    @Override
    protected String defaultMessage(String code) {
        if (code.equals("invalid")) {
            return type == Type.INTEGER ? "Enter a whole number." : "Enter a number.";
        }
        return super.defaultMessage(code);
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isEmpty(raw)) {
            return null;
        }
        String text = PythonText.of(raw);
        Number number = switch (type) {
            case INTEGER -> NumberText.integer(ZERO_FRACTION.matcher(text).replaceFirst(""));
            case FLOAT -> NumberText.real(text);
            case DECIMAL -> NumberText.decimal(text);
        };
        if (number == null) {
            throw error("invalid");
        }
        return number;
    }

    @Override
    protected List<Validator<Object>> limits() {
        List<Validator<Object>> checks = new ArrayList<>();
        if (max != null) {
            checks.add(Validators.maxValue(max));
        }
        if (min != null) {
            checks.add(Validators.minValue(min));
        }
        if (step != null) {
            checks.add(any(Validators.step(step, min)));
        }
        if (type == Type.DECIMAL) {
            checks.add(any(Validators.decimal(maxDigits, decimalPlaces)));
        }
        return checks;
    }

    @Override
    protected Map<String, Object> widgetAttrs(Widget plain) {
        Map<String, Object> attrs = Widgets.attrs();
        if (!plain.inputType().equals("number")) {
            return attrs;
        }
        if (min != null) {
            attrs.put("min", min);
        }
        if (max != null) {
            attrs.put("max", max);
        }
        if (step != null) {
            attrs.put("step", step);
        } else if (type != Type.INTEGER && !plain.attrs().containsKey("step")) {
            attrs.put("step", decimalPlaces < 0 ? "any" : smallestStep());
        }
        return attrs;
    }

    private String smallestStep() {
        return BigDecimal.ONE.scaleByPowerOfTen(-decimalPlaces).toString().toLowerCase(Locale.ROOT);
    }
}
