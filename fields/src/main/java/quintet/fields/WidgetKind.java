package quintet.fields;

/** The built-in HTML inputs, for the attribute {@code widget} of field annotations; forms make the widget. */
public enum WidgetKind {
    /** The input that goes with the field's kind. */
    DEFAULT,
    TEXT,
    NUMBER,
    EMAIL,
    URL,
    COLOR,
    SEARCH,
    TEL,
    /** Never shows the value again. */
    PASSWORD,
    HIDDEN,
    /** One hidden input a value. */
    MULTIPLE_HIDDEN,
    TEXTAREA,
    DATE,
    DATETIME,
    TIME,
    /** A date input and a time input side by side. */
    SPLIT_DATETIME,
    /** Three selects: month, day, year. */
    SELECT_DATE,
    CHECKBOX,
    SELECT,
    SELECT_MULTIPLE,
    /** A select of unknown, yes and no. */
    NULL_BOOLEAN_SELECT,
    RADIO_SELECT,
    CHECKBOX_SELECT_MULTIPLE,
    FILE,
    /** A file input with a box to clear the present file. */
    CLEARABLE_FILE
}
