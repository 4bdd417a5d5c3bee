package quintet.conform.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.conform.Values;

/** The cases of {@code forms.jsonl}. */
public final class FormsKind implements Kind {
    private static final Set<String> GIVEN = Set.of(
            "id",
            "kind",
            "field",
            "options",
            "input",
            "language",
            "time_zone",
            "disabled",
            "initial",
            "widget",
            "name",
            "value",
            "attrs",
            "spec",
            "data",
            "kwargs",
            "form_fields",
            "factory",
            "validator",
            "filename",
            "media",
            "errors",
            "error_class",
            "field_id",
            "fields",
            "rules",
            "clean_fields",
            "model",
            "instance",
            "queryset",
            "prefix",
            "ctor_attrs",
            "parent",
            "case",
            "values",
            "exclude",
            "database",
            "form",
            "for_user",
            "validators");

    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");

    private final Map<String, Map<String, @Nullable Object>> specs = new HashMap<>();
    private final FormAnswers forms = new FormAnswers(specs);

    @Override
    public List<String> files() {
        return List.of("forms.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        Set<String> recorded = new LinkedHashSet<>(testCase.keySet());
        recorded.removeAll(GIVEN);
        String kind = String.valueOf(testCase.get("kind"));
        switch (kind) {
            case "widget_value_from_data" -> recorded.add("value");
            case "error_dict" -> recorded.add("data");
            case "form_spec", "model_validation" -> {}
            default -> {
                if (testCase.containsKey("errors")) {
                    recorded.add("errors");
                }
            }
        }
        if (kind.equals("form_spec")) {
            recorded.clear();
        }
        if (kind.equals("modelform_fields") || kind.equals("modelform_factory")) {
            recorded.add("form_fields");
            recorded.retainAll(testCase.keySet());
        }
        return recorded;
    }

    @Override
    public void prepare(List<Map<String, @Nullable Object>> stripped) {
        for (Map<String, @Nullable Object> one : stripped) {
            if ("form_spec".equals(one.get("kind"))) {
                specs.put(String.valueOf(one.get("name")), one);
            }
        }
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception {
        return switch (String.valueOf(stripped.get("kind"))) {
            case "field_clean", "field_clean_l10n" -> FieldAnswers.clean(stripped);
            case "field_clean_tz" -> FieldAnswers.cleanInZone(stripped);
            case "field_has_changed" -> FieldAnswers.hasChanged(stripped);
            case "validator" -> FieldAnswers.validator(stripped);
            case "widget_render" -> WidgetAnswers.render(stripped);
            case "widget_value_from_data" -> WidgetAnswers.valueFromData(stripped);
            case "widget_meta" -> WidgetAnswers.meta(stripped);
            case "widget_use_fieldset" -> WidgetAnswers.useFieldset(stripped);
            case "media" -> WidgetAnswers.media(stripped);
            case "flatatt" -> WidgetAnswers.flatatt(stripped);
            case "error_list" -> FormAnswers.errorList(stripped);
            case "error_dict" -> FormAnswers.errorDict(stripped);
            case "form_spec" -> new LinkedHashMap<>();
            case "form" -> forms.form(stripped);
            case "bound_field" -> forms.boundField(stripped);
            case "formset" -> FormSetAnswers.formSet(stripped);
            default -> throw new IllegalArgumentException("no answer for the kind " + stripped.get("kind"));
        };
    }

    /** As equal, but the classes around a field come in any order: Django joins a set. */
    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        // Not every rendering was recorded for every case: the ones that were are compared.
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(answer);
        asked.keySet().retainAll(recorded.keySet());
        if (Values.equal(recorded, asked)) {
            return true;
        }
        return "css".equals(testCase.get("spec")) && Values.equal(sortedClasses(recorded), sortedClasses(asked));
    }

    private static Map<String, @Nullable Object> sortedClasses(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> sorted = new LinkedHashMap<>();
        values.forEach((key, value) -> sorted.put(
                key, value instanceof String text ? (key.equals("css_classes") ? words(text) : classes(text)) : value));
        return sorted;
    }

    private static String classes(String html) {
        return CLASSES.matcher(html).replaceAll(found -> "class=\"" + words(found.group(1)) + "\"");
    }

    private static String words(String text) {
        return String.join(" ", new TreeSet<>(List.of(text.split(" "))));
    }

    /** The map under a key; empty if there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(Map<String, @Nullable Object> of, String key) {
        Object value = of.get(key);
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The text under a key. */
    static String text(Map<String, @Nullable Object> of, String key) {
        return Objects.toString(of.get(key), "");
    }
}
