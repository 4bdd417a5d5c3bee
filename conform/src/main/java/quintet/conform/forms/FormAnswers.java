package quintet.conform.forms;

import static quintet.conform.forms.FormsKind.map;
import static quintet.conform.forms.FormsKind.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.core.Json;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.forms.Bound;
import quintet.forms.BoundField;
import quintet.forms.Cleaned;
import quintet.forms.ErrorList;
import quintet.forms.ErrorMap;
import quintet.forms.Errors;
import quintet.forms.FieldSpec;
import quintet.forms.Form;
import quintet.forms.FormData;
import quintet.forms.FormSpec;

/** What whole forms say. */
final class FormAnswers {
    private final Map<String, Map<String, @Nullable Object>> specs;

    FormAnswers(Map<String, Map<String, @Nullable Object>> specs) {
        this.specs = specs;
    }

    private FormSpec<Cleaned> spec(String name) {
        Map<String, @Nullable Object> definition = specs.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("no form_spec " + name);
        }
        Map<String, FieldSpec<?>> fields = fields((List<?>) Objects.requireNonNull(definition.get("fields")));
        FormSpec<Cleaned> spec = FormSpec.of(fields);
        for (Map.Entry<String, @Nullable Object> attr : map(definition, "attrs").entrySet()) {
            spec = adjusted(spec, attr.getKey(), attr.getValue());
        }
        for (Object rule : (List<?>) definition.getOrDefault("rules", List.of())) {
            List<?> parts = (List<?>) rule;
            spec = spec.rule((cleaned, errors) -> apply(parts, cleaned, errors));
        }
        for (Map.Entry<String, @Nullable Object> one :
                map(definition, "clean_fields").entrySet()) {
            List<?> bad = (List<?>) Objects.requireNonNull(one.getValue());
            spec = spec.check(one.getKey(), (value, cleaned) -> cleanField(value, bad));
        }
        return spec;
    }

    private static @Nullable Object cleanField(@Nullable Object value, List<?> bad) {
        if (Objects.equals(value, bad.get(0))) {
            throw new ValidationError(String.valueOf(bad.get(1)), "cf");
        }
        return value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
    }

    static Map<String, FieldSpec<?>> fields(List<?> definitions) {
        Map<String, FieldSpec<?>> fields = new LinkedHashMap<>();
        for (Object definition : definitions) {
            List<?> parts = (List<?>) definition;
            @SuppressWarnings("unchecked")
            Map<String, @Nullable Object> options = (Map<String, @Nullable Object>) parts.get(2);
            fields.put(String.valueOf(parts.get(0)), Specs.field(String.valueOf(parts.get(1)), options));
        }
        return fields;
    }

    private static void apply(List<?> rule, Cleaned cleaned, Errors errors) {
        String first = String.valueOf(rule.get(1));
        String second = rule.get(2) instanceof String name ? name : "";
        switch (String.valueOf(rule.get(0))) {
            case "equal" -> {
                if (!Objects.equals(cleaned.get(first), cleaned.get(second))) {
                    String code = rule.size() > 4 && rule.get(4) != null ? String.valueOf(rule.get(4)) : "";
                    errors.add((String) null, new ValidationError(String.valueOf(rule.get(3)), code));
                }
            }
            case "equal_add_error" -> {
                if (differ(cleaned, first, second)) {
                    errors.add(second, String.valueOf(rule.get(3)));
                }
            }
            case "multi" -> {
                if (Objects.equals(cleaned.get(first), rule.get(2))) {
                    Map<String, List<FieldError>> all = new LinkedHashMap<>();
                    all.put(first, List.of(new FieldError("first", ""), new FieldError("second", "")));
                    all.put(ValidationError.NON_FIELD_ERRORS, List.of(new FieldError("nf", "")));
                    errors.add((String) null, ValidationError.ofFields(all));
                }
            }
            case "list" -> {
                if (Objects.equals(cleaned.get(first), rule.get(2))) {
                    errors.add(
                            (String) null,
                            ValidationError.of(List.of(
                                    new FieldError("e1", "c1"), new FieldError("e2 %(x)s", "c2", Map.of("x", 9)))));
                }
            }
            default -> throw new IllegalArgumentException("no rule " + rule);
        }
    }

    private static boolean differ(Cleaned cleaned, String first, String second) {
        return cleaned.has(first) && cleaned.has(second) && !Objects.equals(cleaned.get(first), cleaned.get(second));
    }

    @SuppressWarnings("unchecked")
    static <T> FormSpec<T> adjusted(FormSpec<T> spec, String name, @Nullable Object value) {
        return switch (name) {
            case "prefix" -> value == null ? spec : spec.prefix(value.toString());
            case "auto_id" -> spec.autoId(value instanceof Boolean on ? (on ? "id_%s" : "") : String.valueOf(value));
            case "label_suffix" -> spec.labelSuffix(String.valueOf(value));
            case "use_required_attribute" -> spec.useRequiredAttribute((Boolean) Objects.requireNonNull(value));
            case "empty_permitted" -> spec.emptyPermitted((Boolean) Objects.requireNonNull(value));
            case "error_css_class" -> spec.errorCssClass(String.valueOf(value));
            case "required_css_class" -> spec.requiredCssClass(String.valueOf(value));
            case "initial" ->
                spec.initial((Map<String, ?>) Objects.requireNonNull((Map<String, ?>) Tagged.decode(value)));
            case "field_order" -> spec.order(((List<?>) Objects.requireNonNull(value)).toArray(String[]::new));
            case "prefix_none" -> spec;
            default -> throw new IllegalArgumentException("no form option " + name);
        };
    }

    Map<String, @Nullable Object> form(Map<String, @Nullable Object> one) {
        FormSpec<Cleaned> spec = spec(text(one, "spec"));
        Map<String, @Nullable Object> kwargs = map(one, "kwargs");
        for (Map.Entry<String, @Nullable Object> option : kwargs.entrySet()) {
            spec = adjusted(spec, option.getKey(), option.getValue());
        }
        Object data = one.get("data");
        Form<Cleaned> form = data == null ? spec.unbound() : spec.read(FormData.parse(data.toString()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Bound raw = form.raw();
        answer.put("is_bound", form.isBound());
        answer.put("is_valid", form.isValid());
        answer.put("errors", Json.read(form.errors().asJson(false)));
        answer.put("errors_html", form.errors().html().toString());
        answer.put("errors_text", form.errors().asText().toString());
        answer.put("non_field_errors_html", form.nonFieldErrors().html().toString());
        if (form.isBound()) {
            answer.put("cleaned_data", Encoded.value(raw.cleaned().toMap()));
        }
        answer.put("changed_data", raw.changedData());
        answer.put("has_changed", raw.hasChanged());
        answer.put("is_multipart", raw.isMultipart());
        answer.put("as_p", raw.asP().toString());
        answer.put("as_table", raw.asTable().toString());
        answer.put("as_ul", raw.asUl().toString());
        answer.put("as_div", raw.asDiv().toString());
        if (kwargs.isEmpty()) {
            Map<String, @Nullable Object> groups = new LinkedHashMap<>();
            raw.fields()
                    .forEach(field ->
                            groups.put(field.name(), field.asFieldGroup().toString()));
            answer.put("as_field_group", groups);
        }
        return answer;
    }

    Map<String, @Nullable Object> boundField(Map<String, @Nullable Object> one) {
        FormSpec<Cleaned> spec = spec(text(one, "spec"));
        Object data = one.get("data");
        Form<Cleaned> form = data == null ? spec.unbound() : spec.read(FormData.parse(data.toString()));
        BoundField field = form.field(text(one, "field"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("label_tag", field.labelTag().toString());
        answer.put(
                "label_tag_attrs",
                field.labelTag("Custom&?", Map.of("class", "x"), "label").toString());
        answer.put("html_name", field.htmlName());
        answer.put("id_for_label", field.idForLabel());
        answer.put("auto_id", field.autoId());
        answer.put("label", field.label().toString());
        answer.put("help_text", field.helpText().toString());
        answer.put("errors_html", field.errors().html().toString());
        answer.put("css_classes", field.cssClasses("a", "b"));
        answer.put("as_hidden", field.asHidden().toString());
        answer.put("as_text", field.asText().toString());
        answer.put("as_textarea", field.asTextarea().toString());
        answer.put("widget_type", field.widgetType());
        answer.put("legend_tag", field.legendTag().toString());
        answer.put(
                "label_tag_as_legend", field.labelTag(null, Map.of(), "legend").toString());
        answer.put("use_fieldset", field.useFieldset());
        answer.put("as_field_group", field.asFieldGroup().toString());
        Map<String, Object> widgetAttrs = new LinkedHashMap<>(field.widgetAttrs());
        answer.put("aria_describedby", field.ariaDescribedby());
        answer.put("widget_attrs", widgetAttrs);
        answer.put(
                "subwidgets",
                field.subwidgets().stream().map(view -> view.html().toString()).toList());
        answer.put(
                "sub_ids",
                field.subwidgets().stream()
                        .map(view -> view.idForLabel().isEmpty() ? null : view.idForLabel())
                        .toList());
        return answer;
    }

    static Map<String, @Nullable Object> errorList(Map<String, @Nullable Object> one) {
        List<FieldError> errors = new ArrayList<>();
        for (Object message : (List<?>) Objects.requireNonNull(one.get("input"))) {
            errors.add(new FieldError(String.valueOf(message), ""));
        }
        ErrorList list = ErrorList.of(errors, text(one, "error_class"), text(one, "field_id"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("html", list.html().toString());
        answer.put("text", list.asText().toString());
        answer.put("json", list.asJson(false));
        return answer;
    }

    static Map<String, @Nullable Object> errorDict(Map<String, @Nullable Object> one) {
        Map<String, ErrorList> lists = new LinkedHashMap<>();
        map(one, "errors").forEach((field, messages) -> {
            List<FieldError> errors = new ArrayList<>();
            ((List<?>) Objects.requireNonNull(messages))
                    .forEach(message -> errors.add(new FieldError(String.valueOf(message), "")));
            lists.put(field, ErrorList.of(errors, "", ""));
        });
        ErrorMap all = ErrorMap.of(lists);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("html", all.html().toString());
        answer.put("text", all.asText().toString());
        answer.put("json", all.asJson(false));
        answer.put("json_escaped", all.asJson(true));
        answer.put("data", Json.read(all.asJson(false)));
        return answer;
    }
}
