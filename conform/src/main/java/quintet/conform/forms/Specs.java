package quintet.conform.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.fields.IpProtocol;
import quintet.fields.PythonText;
import quintet.forms.BooleanSpec;
import quintet.forms.CharSpec;
import quintet.forms.ChoiceItem;
import quintet.forms.ChoiceSpec;
import quintet.forms.FieldSpec;
import quintet.forms.Fields;
import quintet.forms.FileSpec;
import quintet.forms.NumberSpec;
import quintet.forms.TemporalSpec;
import quintet.forms.Widget;
import quintet.forms.Widgets;
import quintet.http.UploadedFile;

/** Makes fields and widgets from Django's class names and options. */
final class Specs {
    private Specs() {}

    static FieldSpec<?> field(String name, Map<String, @Nullable Object> options) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>();
        options.forEach((key, value) -> left.put(key, key.equals("widget") ? value : Tagged.decode(value)));
        FieldSpec<?> field = own(name, left);
        return common(field, left);
    }

    private static FieldSpec<?> own(String name, Map<String, @Nullable Object> options) {
        return switch (name) {
            case "CharField" -> text(Fields.charField(), options);
            case "EmailField" -> text(Fields.emailField(), options);
            case "URLField" ->
                text(
                        Fields.urlField(
                                options.get("assume_scheme") == null
                                        ? "https"
                                        : options.get("assume_scheme").toString()),
                        options);
            case "SlugField" -> text(Fields.slugField(Boolean.TRUE.equals(options.get("allow_unicode"))), options);
            case "RegexField" ->
                text(
                        Fields.regexField(Pattern.compile(
                                String.valueOf(options.getOrDefault("regex", "")), Pattern.UNICODE_CHARACTER_CLASS)),
                        options);
            case "GenericIPAddressField" ->
                text(
                        Fields.ipAddressField(
                                IpProtocol.valueOf(String.valueOf(options.getOrDefault("protocol", "both"))
                                        .toUpperCase(java.util.Locale.ROOT)),
                                Boolean.TRUE.equals(options.get("unpack_ipv4"))),
                        options);
            case "IntegerField" -> number(Fields.integerField(), options);
            case "FloatField" -> number(Fields.floatField(), options);
            case "DecimalField" -> number(Fields.decimalField(), options);
            case "DateField" -> temporal(Fields.dateField(), options, "input_formats");
            case "TimeField" -> temporal(Fields.timeField(), options, "input_formats");
            case "DateTimeField" -> temporal(Fields.dateTimeField(), options, "input_formats");
            case "SplitDateTimeField" ->
                Fields.splitDateTimeField(
                        temporal(Fields.dateField(), options, "input_date_formats"),
                        temporal(Fields.timeField(), options, "input_time_formats"));
            case "DurationField" -> Fields.durationField();
            case "UUIDField" -> Fields.uuidField();
            case "JSONField" -> Fields.jsonField();
            case "BooleanField" -> Fields.booleanField();
            case "NullBooleanField" -> nullBoolean();
            case "ChoiceField", "TypedChoiceField" -> choice(Fields.choiceField(), name, options);
            case "MultipleChoiceField", "TypedMultipleChoiceField" ->
                choice(Fields.multipleChoiceField(), name, options);
            case "FileField" -> file(Fields.fileField(), options);
            case "ImageField" -> file(Fields.imageField(), options);
            case "ComboField" -> Fields.comboField(Fields.charField().maxLength(10), Fields.emailField());
            case "MultiValueField" -> multi(options);
            default -> throw new IllegalArgumentException("no field " + name);
        };
    }

    private static BooleanSpec nullBoolean() {
        return Fields.nullBooleanField();
    }

    private static FieldSpec<?> multi(Map<String, @Nullable Object> options) {
        return Fields.multiValueField(
                !Boolean.FALSE.equals(options.get("require_all_fields")),
                values -> values.isEmpty()
                        ? null
                        : String.join(".", values.stream().map(String::valueOf).toList()),
                Fields.charField().maxLength(3),
                Fields.charField().maxLength(5),
                Fields.charField().required(false));
    }

    private static CharSpec text(CharSpec start, Map<String, @Nullable Object> options) {
        CharSpec field = start;
        if (options.get("max_length") instanceof Number n) {
            field = field.maxLength(n.intValue());
        }
        if (options.get("min_length") instanceof Number n) {
            field = field.minLength(n.intValue());
        }
        if (options.get("strip") instanceof Boolean strip) {
            field = field.strip(strip);
        }
        return options.containsKey("empty_value") ? field.emptyValue((String) options.get("empty_value")) : field;
    }

    private static NumberSpec number(NumberSpec start, Map<String, @Nullable Object> options) {
        NumberSpec field = start;
        if (options.get("min_value") instanceof Number n) {
            field = field.min(n);
        }
        if (options.get("max_value") instanceof Number n) {
            field = field.max(n);
        }
        if (options.get("step_size") instanceof Number n) {
            field = field.step(n);
        }
        if (options.get("max_digits") instanceof Number n) {
            field = field.maxDigits(n.intValue());
        }
        return options.get("decimal_places") instanceof Number n ? field.decimalPlaces(n.intValue()) : field;
    }

    private static TemporalSpec temporal(TemporalSpec start, Map<String, @Nullable Object> options, String key) {
        return options.get(key) instanceof List<?> formats ? start.inputFormats(formats.toArray(String[]::new)) : start;
    }

    private static FileSpec file(FileSpec start, Map<String, @Nullable Object> options) {
        FileSpec field = options.get("max_length") instanceof Number n ? start.maxLength(n.intValue()) : start;
        return field.allowEmptyFile(Boolean.TRUE.equals(options.get("allow_empty_file")));
    }

    private static ChoiceSpec choice(ChoiceSpec start, String name, Map<String, @Nullable Object> options) {
        ChoiceSpec field = start.choices(choices(options.get("choices")));
        if (name.startsWith("Typed")) {
            field = field.coerce(coerce(String.valueOf(options.get("coerce"))));
        }
        return options.containsKey("empty_value") ? field.emptyValue(options.get("empty_value")) : field;
    }

    private static Function<String, ?> coerce(String name) {
        return switch (name) {
            case "int" -> FieldAnswers::number;
            case "float" -> Double::valueOf;
            case "bool" -> text -> !text.isEmpty();
            default -> text -> text;
        };
    }

    static List<ChoiceItem> choices(@Nullable Object given) {
        List<ChoiceItem> items = new ArrayList<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> items.add(item(key, value)));
        } else if (given instanceof List<?> list) {
            for (Object pair : list) {
                items.add(item(((List<?>) pair).get(0), ((List<?>) pair).get(1)));
            }
        }
        return items;
    }

    private static ChoiceItem item(@Nullable Object value, @Nullable Object label) {
        if (label instanceof List<?> || label instanceof Map<?, ?>) {
            return ChoiceItem.group(
                    PythonText.of(value),
                    choices(label).stream().map(ChoiceItem.Single.class::cast).toArray(ChoiceItem.Single[]::new));
        }
        return ChoiceItem.of(value, PythonText.of(label));
    }

    @SuppressWarnings("unchecked")
    private static FieldSpec<?> common(FieldSpec<?> start, Map<String, @Nullable Object> options) {
        FieldSpec<?> field = start;
        for (Map.Entry<String, @Nullable Object> option : options.entrySet()) {
            Object value = option.getValue();
            field = switch (option.getKey()) {
                case "required" -> field.required((Boolean) value);
                case "label" -> value == null ? field : field.label(value.toString());
                case "label_suffix" -> value == null ? field : field.labelSuffix(value.toString());
                case "help_text" -> field.helpText(String.valueOf(value));
                case "initial" -> field.initial(value);
                case "disabled" -> field.disabled((Boolean) value);
                case "localize" -> field.localize((Boolean) value);
                case "show_hidden_initial" -> field.showHiddenInitial((Boolean) value);
                case "error_messages" -> messages(field, (Map<String, @Nullable Object>) value);
                case "widget" -> value instanceof List<?> pair ? field.widget(widget(pair)) : field;
                default -> field;
            };
        }
        return field;
    }

    private static FieldSpec<?> messages(FieldSpec<?> start, @Nullable Map<String, @Nullable Object> messages) {
        FieldSpec<?> field = start;
        for (Map.Entry<String, @Nullable Object> one :
                java.util.Objects.requireNonNull(messages).entrySet()) {
            field = field.errorMessage(one.getKey(), String.valueOf(one.getValue()));
        }
        return field;
    }

    @SuppressWarnings("unchecked")
    private static Widget widget(List<?> pair) {
        return widget(String.valueOf(pair.get(0)), (Map<String, @Nullable Object>) Tagged.decode(pair.get(1)));
    }

    @SuppressWarnings("unchecked")
    static Widget widget(String name, @Nullable Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> options = given == null ? Map.of() : given;
        Widget widget = plain(name, options);
        return options.get("attrs") instanceof Map<?, ?> attrs ? widget.attrs((Map<String, ?>) attrs) : widget;
    }

    private static Widget plain(String name, Map<String, @Nullable Object> options) {
        String format = options.get("format") instanceof String s ? s : null;
        return switch (name) {
            case "TextInput" -> Widgets.text();
            case "NumberInput" -> Widgets.number();
            case "EmailInput" -> Widgets.email();
            case "URLInput" -> Widgets.url();
            case "ColorInput" -> Widgets.color();
            case "SearchInput" -> Widgets.search();
            case "TelInput" -> Widgets.tel();
            case "PasswordInput" -> Widgets.password().renderValue(Boolean.TRUE.equals(options.get("render_value")));
            case "HiddenInput" -> Widgets.hidden();
            case "MultipleHiddenInput" -> Widgets.multipleHidden();
            case "Textarea" -> Widgets.textarea();
            case "DateInput" -> format == null ? Widgets.date() : Widgets.date().format(format);
            case "DateTimeInput" ->
                format == null ? Widgets.dateTime() : Widgets.dateTime().format(format);
            case "TimeInput" -> format == null ? Widgets.time() : Widgets.time().format(format);
            case "CheckboxInput" -> Widgets.checkbox();
            case "Select" -> Widgets.select().choices(choices(options.get("choices")));
            case "SelectMultiple" -> Widgets.selectMultiple().choices(choices(options.get("choices")));
            case "NullBooleanSelect" -> Widgets.nullBooleanSelect();
            case "RadioSelect" -> Widgets.radioSelect().choices(choices(options.get("choices")));
            case "CheckboxSelectMultiple" -> Widgets.checkboxSelectMultiple().choices(choices(options.get("choices")));
            case "FileInput" -> Widgets.file();
            case "ClearableFileInput" -> Widgets.clearableFile();
            case "ClearableFileInput(allow_multiple_selected)" ->
                Widgets.clearableFile().allowMultiple();
            case "SplitDateTimeWidget" -> WidgetAnswers.split(options);
            case "SplitHiddenDateTimeWidget" -> Widgets.splitHiddenDateTime();
            case "SelectDateWidget" -> WidgetAnswers.selectDate(options);
            default -> throw new IllegalArgumentException("no widget " + name);
        };
    }

    /** A value as cases hold it, with uploaded files. */
    static @Nullable Object value(@Nullable Object given) {
        if ("$file".equals(Tagged.tag(given))) {
            Map<?, ?> file = (Map<?, ?>) ((Map<?, ?>) java.util.Objects.requireNonNull(given)).get("$file");
            return upload(java.util.Objects.requireNonNull(file));
        }
        if (given instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(one -> all.add(value(one)));
            return all;
        }
        return Tagged.decode(given);
    }

    private static UploadedFile upload(Map<?, ?> file) {
        String name = String.valueOf(file.get("name"));
        return UploadedFile.of(
                name.substring(name.lastIndexOf('/') + 1),
                java.util.Base64.getDecoder().decode(String.valueOf(file.get("content_b64"))),
                String.valueOf(file.get("content_type")));
    }
}
