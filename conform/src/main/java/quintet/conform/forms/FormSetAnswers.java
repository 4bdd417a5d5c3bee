package quintet.conform.forms;

import static quintet.conform.forms.FormsKind.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.core.Json;
import quintet.forms.BoundSet;
import quintet.forms.Cleaned;
import quintet.forms.Form;
import quintet.forms.FormData;
import quintet.forms.FormSet;
import quintet.forms.FormSetSpec;
import quintet.forms.FormSpec;

/** What form sets say. */
final class FormSetAnswers {
    private FormSetAnswers() {}

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> formSet(Map<String, @Nullable Object> one) {
        FormSetSpec<Cleaned> spec = FormSpec.of(
                        FormAnswers.fields((List<?>) Objects.requireNonNull(one.get("form_fields"))))
                .many();
        for (Map.Entry<String, @Nullable Object> option : map(one, "factory").entrySet()) {
            spec = adjusted(spec, option.getKey(), Objects.requireNonNull(option.getValue()));
        }
        if (one.get("initial") instanceof List<?> initial) {
            spec = spec.initial((List<Map<String, ?>>) Objects.requireNonNull(Tagged.decode(initial)));
        }
        Object data = one.get("data");
        FormSet<Cleaned> set = data == null ? spec.unbound() : spec.read(FormData.parse(data.toString()));
        return answer(set);
    }

    private static FormSetSpec<Cleaned> adjusted(FormSetSpec<Cleaned> spec, String name, Object value) {
        return switch (name) {
            case "extra" -> spec.extra(((Number) value).intValue());
            case "max_num" -> spec.max(((Number) value).intValue());
            case "min_num" -> spec.min(((Number) value).intValue());
            case "absolute_max" -> spec.absoluteMax(((Number) value).intValue());
            case "validate_min" -> spec.validateMin((Boolean) value);
            case "validate_max" -> spec.validateMax((Boolean) value);
            case "can_order" -> spec.canOrder((Boolean) value);
            case "can_delete" -> spec.canDelete((Boolean) value);
            case "can_delete_extra" -> spec.canDeleteExtra((Boolean) value);
            default -> throw new IllegalArgumentException("no option " + name);
        };
    }

    private static Map<String, @Nullable Object> answer(FormSet<Cleaned> set) {
        BoundSet<Cleaned> raw = set.raw();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("total_form_count", raw.totalFormCount());
        answer.put("initial_form_count", raw.initialFormCount());
        answer.put("is_valid", set instanceof FormSet.Valid<Cleaned>);
        answer.put(
                "errors",
                raw.errors().stream().map(e -> Json.read(e.asJson(false))).toList());
        answer.put("non_form_errors", Json.read(raw.nonFormErrors().asJson(false)));
        answer.put("non_form_errors_html", raw.nonFormErrors().html().toString());
        answer.put("has_changed", raw.hasChanged());
        answer.put("management_form", raw.managementForm().html().toString());
        answer.put("as_p", raw.asP().toString());
        answer.put("as_table", raw.asTable().toString());
        answer.put("as_ul", raw.asUl().toString());
        answer.put("as_div", raw.asDiv().toString());
        answer.put("forms_count", raw.forms().size());
        answer.put("empty_form_as_p", raw.emptyForm().raw().asP().toString());
        if (set instanceof FormSet.Valid<Cleaned>) {
            answer.put("cleaned_data", cleaned(raw.forms()));
            answer.put(
                    "deleted_forms",
                    raw.deletedForms().stream().map(raw.forms()::indexOf).toList());
            answer.put(
                    "ordered",
                    raw.orderedForms().stream().map(raw.forms()::indexOf).toList());
        }
        return answer;
    }

    private static List<@Nullable Object> cleaned(List<Form<Cleaned>> forms) {
        List<@Nullable Object> all = new ArrayList<>();
        forms.forEach(form -> all.add(Encoded.value(form.raw().cleaned().toMap())));
        return all;
    }
}
