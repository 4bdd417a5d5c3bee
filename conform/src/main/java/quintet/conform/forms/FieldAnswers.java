package quintet.conform.forms;

import static quintet.conform.forms.FormsKind.map;
import static quintet.conform.forms.FormsKind.text;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.fields.Validators;
import quintet.forms.FieldSpec;
import quintet.forms.TemporalSpec;

/** What fields and validators say. */
final class FieldAnswers {
    private FieldAnswers() {}

    private static FieldSpec<?> field(Map<String, @Nullable Object> one) {
        return Specs.field(text(one, "field"), map(one, "options"));
    }

    static Map<String, @Nullable Object> clean(Map<String, @Nullable Object> one) {
        return clean(field(one), one);
    }

    static Map<String, @Nullable Object> cleanInZone(Map<String, @Nullable Object> one) {
        FieldSpec<?> field = field(one);
        ZoneId zone = ZoneId.of(text(one, "time_zone"));
        return clean(field instanceof TemporalSpec temporal ? temporal.zone(zone) : field, one);
    }

    private static Map<String, @Nullable Object> clean(FieldSpec<?> field, Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            answer.put("cleaned", Encoded.value(field.clean(Specs.value(one.get("input")))));
        } catch (ValidationError problem) {
            answer.put("errors", Encoded.errors(problem.errors()));
        }
        return answer;
    }

    static Map<String, @Nullable Object> hasChanged(Map<String, @Nullable Object> one) {
        FieldSpec<?> field = field(one).disabled(Boolean.TRUE.equals(one.get("disabled")));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("changed", field.hasChanged(Specs.value(one.get("initial")), Specs.value(one.get("data"))));
        return answer;
    }

    static Number number(String text) {
        Number number = quintet.fields.NumberText.integer(text);
        if (number == null) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> validator(Map<String, @Nullable Object> one) {
        Validator<Object> validator = (Validator<Object>) validator(text(one, "validator"), map(one, "options"));
        Object input = one.containsKey("filename") ? text(one, "filename") : Tagged.decode(one.get("input"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            validator.accept(java.util.Objects.requireNonNull(input));
            answer.put("errors", List.of());
        } catch (ValidationError problem) {
            answer.put("errors", Encoded.errors(problem.errors()));
        }
        return answer;
    }

    private static Validator<?> validator(String name, Map<String, @Nullable Object> options) {
        return switch (name) {
            case "EmailValidator" -> Validators.email();
            case "URLValidator" -> Validators.url();
            case "DomainNameValidator" -> Validators.domainName(true);
            case "validate_slug" -> Validators.slug();
            case "validate_unicode_slug" -> Validators.unicodeSlug();
            case "validate_ipv4_address" -> Validators.ipv4();
            case "validate_ipv6_address" -> Validators.ipv6();
            case "validate_ipv46_address" -> Validators.ip();
            case "validate_integer" -> Validators.integerText();
            case "validate_comma_separated_integer_list" -> Validators.integerList();
            case "MinLength3" -> Validators.minLength(3);
            case "MaxLength3" -> Validators.maxLength(3);
            case "MaxLength5" -> Validators.maxLength(5);
            case "MaxValue5" -> Validators.maxValue(5);
            case "MinValue5" -> Validators.minValue(5);
            case "Decimal4_2" -> Validators.decimal(4, 2);
            case "ProhibitNull" -> Validators.noNullCharacters();
            case "FileExtensionValidator" ->
                Validators.fileExtension(((List<?>) java.util.Objects.requireNonNull(options.get("allowed_extensions")))
                        .stream().map(String::valueOf).toList());
            default -> throw new IllegalArgumentException("no validator " + name);
        };
    }
}
