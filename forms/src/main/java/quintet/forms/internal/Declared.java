package quintet.forms.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.IpProtocol;
import quintet.fields.Validator;
import quintet.fields.Validators;
import quintet.fields.WidgetKind;
import quintet.forms.CharSpec;
import quintet.forms.ChoiceItem;
import quintet.forms.FieldSpec;
import quintet.forms.Fields;
import quintet.forms.NumberSpec;
import quintet.forms.Widgets;

/** Makes form fields of declared ones: the same annotations serve models and forms. */
public final class Declared {
    /** What people choose to choose nothing. */
    public static final String BLANK_LABEL = "- Select an option -";

    private final FieldDeclaration declared;
    private final boolean required;

    private Declared(FieldDeclaration declared, boolean required) {
        this.declared = declared;
        this.required = required;
    }

    /** The field of a form record's component: required unless it may be null or blank. */
    public static FieldSpec<?> ofComponent(FieldDeclaration declared) {
        boolean must = declared.kind() == FieldKind.BOOLEAN
                ? declared.flag("required", false)
                : !declared.nullable() && !declared.flag("blank", false);
        // A radio button for "nothing" makes no sense where something must be chosen: none of them is checked at first.
        boolean radio = declared.value("widget", WidgetKind.class) == WidgetKind.RADIO_SELECT;
        return new Declared(declared, must).field(!(must && radio));
    }

    /** The form field of a model's field: required unless it may be blank. */
    public static FieldSpec<?> ofModelField(FieldDeclaration declared, boolean blank, boolean offersBlank) {
        boolean must = declared.kind() == FieldKind.BOOLEAN ? declared.flag("required", false) : !blank;
        return new Declared(declared, must).field(offersBlank);
    }

    /** Gives a relation's field what its annotation says: label, help text, widget, messages. */
    public static FieldSpec<?> described(FieldDeclaration declared, FieldSpec<?> field, boolean required) {
        return new Declared(declared, required).common(field.required(required));
    }

    private FieldSpec<?> field(boolean offersBlank) {
        FieldSpec<?> field = declared.has("choices") || declared.has("choicesFrom") ? choices(offersBlank) : byKind();
        return common(field.required(required));
    }

    private FieldSpec<?> byKind() {
        return switch (declared.kind()) {
            case CHAR -> text(Fields.charField());
            case TEXT -> text(Fields.charField()).widget(Widgets.textarea());
            case SLUG -> text(Fields.slugField(declared.flag("allowUnicode", false)));
            case EMAIL -> text(Fields.emailField());
            case URL -> text(Fields.urlField(orElse(declared.text("assumeScheme"), "https")));
            case UUID -> Fields.uuidField();
            case BOOLEAN -> declared.nullable() ? Fields.nullBooleanField() : Fields.booleanField();
            case FLOAT -> limits(Fields.floatField());
            case DECIMAL ->
                limits(Fields.decimalField()
                        .maxDigits(declared.integer("maxDigits", -1))
                        .decimalPlaces(declared.integer("decimalPlaces", -1)));
            case DATE -> Fields.dateField();
            case DATETIME -> Fields.dateTimeField();
            case TIME -> Fields.timeField();
            case DURATION -> Fields.durationField();
            case JSON -> Fields.jsonField();
            case IP_ADDRESS ->
                Fields.ipAddressField(
                        orElse(declared.value("protocol", IpProtocol.class), IpProtocol.BOTH),
                        declared.flag("unpackIpv4", false));
            case FILE ->
                Fields.fileField()
                        .maxLength(declared.integer("maxLength", -1))
                        .allowEmptyFile(declared.flag("allowEmptyFile", false));
            case IMAGE -> Fields.imageField().maxLength(declared.integer("maxLength", -1));
            case FILE_PATH -> filePath();
            case ARRAY, HSTORE, INTEGER_RANGE, BIG_INTEGER_RANGE, DECIMAL_RANGE, DATE_RANGE, DATETIME_RANGE ->
                DeclaredPostgres.field(declared);
            case SEARCH_VECTOR, BINARY, FOREIGN_KEY, ONE_TO_ONE, MANY_TO_MANY -> throw unsupported();
            default -> whole();
        };
    }

    /** Whether values of a field of a model can be written into an input. */
    public static boolean hasInput(FieldDeclaration declared) {
        FieldDeclaration base = declared.value("base", FieldDeclaration.class);
        return declared.kind() != FieldKind.BINARY
                && declared.kind() != FieldKind.SEARCH_VECTOR
                && (base == null || hasInput(base));
    }

    private IllegalArgumentException unsupported() {
        return new IllegalArgumentException("The component " + declared.name() + " cannot be a form's field: a "
                + declared.kind().djangoName() + " has no input of its own. Add a field at run time with"
                + " FormSpec.add(\"" + declared.name() + "\", Fields.modelChoiceField(...)), or make a model form.");
    }

    private CharSpec text(CharSpec start) {
        CharSpec field = start.strip(declared.flag("strip", true));
        if (declared.has("maxLength")) {
            field = field.maxLength(declared.integer("maxLength", -1));
        }
        if (declared.has("minLength")) {
            field = field.minLength(declared.integer("minLength", -1));
        }
        return declared.nullable() ? field.emptyValue(null) : field;
    }

    private NumberSpec whole() {
        NumberSpec field = limits(Fields.integerField());
        boolean positive = declared.kind().name().startsWith("POSITIVE");
        if (positive && !declared.has("min")) {
            field = field.min(0L);
        }
        Class<?> type = declared.type();
        if (type == int.class || type == Integer.class) {
            return within(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return type == short.class || type == Short.class
                ? within(field, Short.MIN_VALUE, Short.MAX_VALUE)
                : within(field, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The Java type's own range is checked but not written into the input. */
    private static NumberSpec within(NumberSpec field, long least, long most) {
        return field.validator(Validators.minValue(least)).validator(Validators.maxValue(most));
    }

    private NumberSpec limits(NumberSpec start) {
        NumberSpec field = start;
        Number min = number("min");
        Number max = number("max");
        Number step = number("step");
        field = min == null ? field : field.min(min);
        field = max == null ? field : field.max(max);
        return step == null ? field : field.step(step);
    }

    private @Nullable Number number(String option) {
        Object value = declared.options().get(option);
        return value instanceof String text ? new java.math.BigDecimal(text) : value instanceof Number n ? n : null;
    }

    private FieldSpec<?> filePath() {
        String match = declared.text("match");
        return Fields.filePathField(
                Path.of(declared.text("path")),
                match.isEmpty() ? null : Pattern.compile(match),
                declared.flag("recursive", false),
                declared.flag("allowFiles", true),
                declared.flag("allowFolders", false));
    }

    private FieldSpec<?> choices(boolean offersBlank) {
        Object empty = declared.nullable() || declared.type().isEnum() ? null : "";
        return Fields.choiceField()
                .choices(() -> items(offersBlank))
                .coerce(this::chosen)
                .emptyValue(empty);
    }

    /** What is offered now. Nothing can be chosen by a choice of our own, unless one of the choices says it already. */
    private List<ChoiceItem> items(boolean offersBlank) {
        ChoiceList offered = offered();
        List<ChoiceItem> items = new ArrayList<>();
        if (offersBlank && offered.find("") == null) {
            items.add(ChoiceItem.of("", BLANK_LABEL));
        }
        items.addAll(ChoiceItem.of(offered));
        return items;
    }

    private ChoiceList offered() {
        ChoiceList list = ChoiceSource.of(declared);
        return list == null ? ChoiceList.EMPTY : list;
    }

    /** The chosen value in the Java type of the field: a constant, a number or the stored text. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum, whichever
    private Object chosen(String text) {
        Class type = declared.type();
        if (type.isEnum()) {
            Object constant = Choices.find(type, text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        }
        Choices.Pair pair = offered().find(text);
        if (pair == null) {
            throw new IllegalArgumentException(text);
        }
        Object value = pair.value();
        if (!(value instanceof Number number)) {
            return value;
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number.longValue());
        }
        if (type == short.class || type == Short.class) {
            return number.shortValue();
        }
        return type == long.class || type == Long.class ? (Object) number.longValue() : value;
    }

    private FieldSpec<?> common(FieldSpec<?> start) {
        FieldSpec<?> field = start;
        String label = declared.text("label");
        if (label.isEmpty()) {
            label = capital(declared.text("verboseName"));
        }
        if (!label.isEmpty()) {
            field = field.label(label);
        }
        if (declared.has("helpText")) {
            field = field.helpText(declared.text("helpText"));
        }
        WidgetKind widget = declared.value("widget", WidgetKind.class);
        if (widget != null && widget != WidgetKind.DEFAULT) {
            field = field.widget(Widgets.of(widget));
        }
        for (Map.Entry<String, String> message : declared.errorMessages().entrySet()) {
            field = field.errorMessage(message.getKey(), message.getValue());
        }
        for (Object type : declared.list("validators")) {
            field = field.validator((Validator<?>) instance((Class<?>) type));
        }
        Class<?> supplier = declared.value("default", Class.class);
        return supplier == null ? field : field.initial((Supplier<?>) instance(supplier));
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName() + " needs a public constructor without parameters to be named in an annotation.", e);
        }
    }

    /** The text with a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static <V> V orElse(@Nullable V value, V otherwise) {
        return value == null || value.equals("") ? otherwise : value;
    }
}
