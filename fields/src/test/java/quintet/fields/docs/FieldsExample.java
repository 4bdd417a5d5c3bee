package quintet.fields.docs;

import java.math.BigDecimal;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.DecimalField;
import quintet.fields.Default;
import quintet.fields.Defaults;
import quintet.fields.ErrorMessage;
import quintet.fields.IntegerChoices;
import quintet.fields.IntegerField;
import quintet.fields.TextChoices;
import quintet.fields.UuidField;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.fields.Validators;

/** The examples of {@code docs/fields.md}. */
final class FieldsExample {
    private FieldsExample() {}

    // region: declare
    static final class Article {
        @CharField(
                maxLength = 13,
                unique = true,
                validators = EvenLength.class,
                errorMessages = @ErrorMessage(code = "required", value = "Every article has a code."))
        public String code = "";

        @DecimalField(maxDigits = 6, decimalPlaces = 2)
        public BigDecimal price = BigDecimal.ZERO;

        public @Nullable Size size;

        @UuidField
        @Default(Defaults.RandomUuid.class)
        public @Nullable UUID token;
    }
    // endregion

    // region: choices
    enum Size implements TextChoices {
        SMALL("s"),
        EXTRA_LARGE("xl");

        private final String value;

        Size(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }

    enum Priority implements IntegerChoices {
        LOW,
        HIGH;

        @Override
        public Integer value() {
            return ordinal() * 10;
        }
    }
    // endregion

    // region: groups
    enum Media implements TextChoices {
        VINYL("Audio"),
        CD("Audio"),
        TAPE("Video"),
        UNKNOWN("");

        private final String group;

        Media(String group) {
            this.group = group;
        }

        @Override
        public String group() {
            return group;
        }
    }
    // endregion

    // region: source
    public static final class Years implements ChoiceSource {
        @Override
        public ChoiceList choices() {
            int now = Year.now(ZoneOffset.UTC).getValue();
            return ChoiceList.of(now, "This year")
                    .and(now + 1, "Next year")
                    .group("Later", ChoiceList.of(now + 2, "In two years").and(now + 3, "In three years"));
        }
    }

    static final class Plan {
        @IntegerField(choicesFrom = Years.class)
        public int year;
    }
    // endregion

    // region: validator
    public static final class EvenLength implements Validator<String> {
        @Override
        public void accept(String value) {
            if (value.length() % 2 == 1) {
                throw new ValidationError("“%(value)s” has an odd length.", "odd", Map.of("value", value));
            }
        }
    }
    // endregion

    static void check(String address) {
        // region: use
        Validators.email().accept(address); // throws ValidationError: "Enter a valid email address.", code "invalid"
        // endregion
    }
}
