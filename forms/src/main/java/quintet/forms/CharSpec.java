package quintet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;
import quintet.fields.Validator;
import quintet.fields.Validators;

/** A field for text: plain, e-mail, web address, slug, pattern or IP address. */
public final class CharSpec extends FieldSpec<CharSpec> {
    private int maxLength = -1;
    private int minLength = -1;
    private boolean strip = true;
    private @Nullable String emptyValue = "";
    private Supplier<Widget> inputs = Widgets::text;
    private List<Validator<Object>> nature = List.of();
    private List<Validator<Object>> last = List.of();
    private UnaryOperator<String> normalise = UnaryOperator.identity();

    CharSpec() {}

    CharSpec of(Supplier<Widget> widgets, @Nullable Validator<String> check, UnaryOperator<String> normaliser) {
        CharSpec copy = copy();
        copy.inputs = widgets;
        copy.nature = check == null ? List.of() : List.of(any(check));
        copy.normalise = normaliser;
        return copy;
    }

    CharSpec lastCheck(Validator<String> check) {
        CharSpec copy = copy();
        copy.last = List.of(any(check));
        return copy;
    }

    /** The largest number of characters; -1 for no limit. */
    public CharSpec maxLength(int characters) {
        CharSpec copy = copy();
        copy.maxLength = characters;
        return copy;
    }

    /** The smallest number of characters; -1 for no limit. */
    public CharSpec minLength(int characters) {
        CharSpec copy = copy();
        copy.minLength = characters;
        return copy;
    }

    /** Whether white space at the ends is cut off. */
    public CharSpec strip(boolean cut) {
        CharSpec copy = copy();
        copy.strip = cut;
        return copy;
    }

    /** What an empty input means; "" unless set. */
    public CharSpec emptyValue(@Nullable String value) {
        CharSpec copy = copy();
        copy.emptyValue = value;
        return copy;
    }

    /** The largest number of characters, or -1. */
    public int maxLength() {
        return maxLength;
    }

    @Override
    protected Widget defaultWidget() {
        return inputs.get();
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isEmpty(raw)) {
            return emptyValue;
        }
        String text = PythonText.of(raw);
        if (strip) {
            text = text.strip();
        }
        return text.isEmpty() ? emptyValue : normalise.apply(text);
    }

    @Override
    protected List<Validator<Object>> nature() {
        return nature;
    }

    @Override
    protected List<Validator<Object>> limits() {
        List<Validator<Object>> checks = new ArrayList<>();
        if (minLength >= 0) {
            checks.add(Validators.minLength(minLength));
        }
        if (maxLength >= 0) {
            checks.add(Validators.maxLength(maxLength));
        }
        checks.add(Validators.noNullCharacters());
        checks.addAll(last);
        return checks;
    }

    @Override
    protected Map<String, Object> widgetAttrs(Widget plain) {
        Map<String, Object> attrs = Widgets.attrs();
        if (!plain.isHidden()) {
            if (maxLength >= 0) {
                attrs.put("maxlength", maxLength);
            }
            if (minLength >= 0) {
                attrs.put("minlength", minLength);
            }
        }
        return attrs;
    }
}
