package quintet.forms;

import java.util.List;
import java.util.Map;
import quintet.fields.WidgetKind;

/** Makes the built-in widgets. */
public final class Widgets {
    private Widgets() {}

    /** {@code <input type="text">}. */
    public static Input text() {
        return new Input("text", "text");
    }

    /** {@code <input type="number">}. */
    public static Input number() {
        return new Input("number", "number");
    }

    /** {@code <input type="email">}. */
    public static Input email() {
        return new Input("email", "email");
    }

    /** {@code <input type="url">}. */
    public static Input url() {
        return new Input("url", "url");
    }

    /** {@code <input type="color">}. */
    public static Input color() {
        return new Input("color", "color");
    }

    /** {@code <input type="search">}. */
    public static Input search() {
        return new Input("search", "search");
    }

    /** {@code <input type="tel">}. */
    public static Input tel() {
        return new Input("tel", "tel");
    }

    /** {@code <input type="password">}, which shows nothing again unless {@code renderValue(true)}. */
    public static Input password() {
        return new Input("password", "password").renderValue(false);
    }

    /** {@code <input type="hidden">}. */
    public static Input hidden() {
        return new Input("hidden", "hidden");
    }

    /** One hidden input for each value of a list. */
    public static Widget multipleHidden() {
        return new MultipleHiddenInput();
    }

    /** A text of several lines. */
    public static Widget textarea() {
        return Textarea.create();
    }

    /** A date as text. */
    public static TemporalInput date() {
        return new TemporalInput("date", "%Y-%m-%d");
    }

    /** A date and time as text. */
    public static TemporalInput dateTime() {
        return new TemporalInput("datetime", "%Y-%m-%d %H:%M:%S");
    }

    /** A time as text. */
    public static TemporalInput time() {
        return new TemporalInput("time", "%H:%M:%S");
    }

    /** A date input and a time input. */
    public static MultiWidget splitDateTime() {
        return MultiWidget.splitDateTime(date(), time(), false);
    }

    /** A date input and a time input, both hidden. */
    public static MultiWidget splitHiddenDateTime() {
        return MultiWidget.splitDateTime(date().type("hidden"), time().type("hidden"), true);
    }

    /** Three selects for a date in one of the years. */
    public static SelectDateWidget selectDate(List<Integer> years) {
        return new SelectDateWidget(years);
    }

    /** A box to tick. */
    public static CheckboxInput checkbox() {
        return new CheckboxInput();
    }

    /** A drop-down list. */
    public static ChoiceWidget select() {
        return new ChoiceWidget(ChoiceWidget.Style.SELECT);
    }

    /** A list of which several can be chosen. */
    public static ChoiceWidget selectMultiple() {
        return new ChoiceWidget(ChoiceWidget.Style.SELECT_MULTIPLE);
    }

    /** A drop-down list of unknown, yes, no. */
    public static ChoiceWidget nullBooleanSelect() {
        return new ChoiceWidget(ChoiceWidget.Style.NULL_BOOLEAN);
    }

    /** One radio button for each choice. */
    public static ChoiceWidget radioSelect() {
        return new ChoiceWidget(ChoiceWidget.Style.RADIO);
    }

    /** One box for each choice. */
    public static ChoiceWidget checkboxSelectMultiple() {
        return new ChoiceWidget(ChoiceWidget.Style.CHECKBOXES);
    }

    /** A file to upload. */
    public static FileInput file() {
        return new FileInput(false);
    }

    /** A file to upload, with a link to the stored one and a box to clear it. */
    public static FileInput clearableFile() {
        return new FileInput(true);
    }

    /** Two inputs for the bounds of a range (Django's {@code RangeWidget}). */
    public static MultiWidget range(Widget bound) {
        return multi(bound, bound)
                .splitter(value -> value instanceof quintet.fields.Range<?> range
                        ? java.util.Arrays.asList(range.lower(), range.upper())
                        : java.util.Arrays.asList(null, null));
    }

    /** The same input for each of so many items of a list (Django's {@code SplitArrayWidget}). */
    public static SplitArrayWidget splitArray(Widget item, int size) {
        return new SplitArrayWidget(item, size);
    }

    /** Several inputs for one value, named {@code _0}, {@code _1} and so on. */
    public static MultiWidget multi(Widget... widgets) {
        return new MultiWidget(List.of(widgets), MultiWidget.Splitter.NONE, false);
    }

    /** The widget of an annotation's {@code widget} attribute; DEFAULT is a text input. */
    public static Widget of(WidgetKind kind) {
        return switch (kind) {
            case DEFAULT, TEXT -> text();
            case NUMBER -> number();
            case EMAIL -> email();
            case URL -> url();
            case COLOR -> color();
            case SEARCH -> search();
            case TEL -> tel();
            case PASSWORD -> password();
            case HIDDEN -> hidden();
            case MULTIPLE_HIDDEN -> multipleHidden();
            case TEXTAREA -> textarea();
            case DATE -> date();
            case DATETIME -> dateTime();
            case TIME -> time();
            case SPLIT_DATETIME -> splitDateTime();
            case SELECT_DATE -> selectDate(List.of());
            case CHECKBOX -> checkbox();
            case SELECT -> select();
            case SELECT_MULTIPLE -> selectMultiple();
            case NULL_BOOLEAN_SELECT -> nullBooleanSelect();
            case RADIO_SELECT -> radioSelect();
            case CHECKBOX_SELECT_MULTIPLE -> checkboxSelectMultiple();
            case FILE -> file();
            case CLEARABLE_FILE -> clearableFile();
        };
    }

    /** Attributes in the order given: name, value, name, value. */
    static Map<String, Object> attrs(Object... pairs) {
        Map<String, Object> attrs = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attrs.put((String) pairs[i], pairs[i + 1]);
        }
        return attrs;
    }
}
