package quintet.forms.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.IsoTimes;
import quintet.fields.PostgresValidators;
import quintet.fields.Validators;
import quintet.forms.ArraySpec;
import quintet.forms.FieldSpec;
import quintet.forms.Fields;
import quintet.forms.HStoreSpec;
import quintet.forms.NumberSpec;
import quintet.forms.RangeSpec;
import quintet.forms.Widgets;

/** Form fields of declared lists, ranges and texts by keys. */
final class DeclaredPostgres {
    /** What stands between the items of a list, of lists of lists, and so on. */
    private static final List<String> DELIMITERS = List.of(",", "|", ";", "/");

    private DeclaredPostgres() {}

    static FieldSpec<?> field(FieldDeclaration declared) {
        return switch (declared.kind()) {
            case ARRAY -> array(declared);
            case HSTORE -> hstore(declared);
            default -> range(declared);
        };
    }

    private static HStoreSpec hstore(FieldDeclaration declared) {
        List<String> keys = declared.texts("keys");
        HStoreSpec field = Fields.hstoreField();
        return keys.isEmpty()
                ? field
                : field.validator(PostgresValidators.keys(keys, declared.flag("strictKeys", false)));
    }

    private static ArraySpec array(FieldDeclaration declared) {
        FieldDeclaration base = declared.value("base", FieldDeclaration.class);
        if (base == null) {
            return Fields.simpleArrayField(Fields.charField());
        }
        boolean optional = base.nullable() || base.flag("blank", false);
        ArraySpec field = Fields.simpleArrayField(Declared.ofModelField(base, optional, optional))
                .itemType(boxed(base.type()))
                .delimiter(DELIMITERS.get(Math.min(depth(base), DELIMITERS.size() - 1)));
        return declared.has("size") ? field.maxLength(declared.integer("size", -1)) : field;
    }

    /** How many lists are within. */
    private static int depth(FieldDeclaration declared) {
        FieldDeclaration base = declared.value("base", FieldDeclaration.class);
        return declared.kind() != FieldKind.ARRAY ? 0 : 1 + (base == null ? 0 : depth(base));
    }

    private static RangeSpec range(FieldDeclaration declared) {
        FieldDeclaration bound = declared.value("base", FieldDeclaration.class);
        RangeSpec field = switch (declared.kind()) {
            case DECIMAL_RANGE -> Fields.decimalRangeField();
            case DATE_RANGE -> Fields.dateRangeField();
            case DATETIME_RANGE -> Fields.dateTimeRangeField();
            default -> Fields.rangeField(whole(declared.kind()), Widgets.number(), "Enter two whole numbers.");
        };
        field = bound == null ? field : field.boundType(boxed(bound.type()));
        String brackets = declared.text("defaultBounds");
        field = brackets.isEmpty() ? field : field.bounds(brackets);
        Object min = limit(declared, "min");
        Object max = limit(declared, "max");
        field = max == null ? field : field.validator(PostgresValidators.rangeMaxValue(max));
        return min == null ? field : field.validator(PostgresValidators.rangeMinValue(min));
    }

    /** The column's own limits; not written into the inputs. */
    private static NumberSpec whole(FieldKind kind) {
        boolean small = kind == FieldKind.INTEGER_RANGE;
        return Fields.integerField()
                .validator(Validators.minValue(small ? Integer.MIN_VALUE : Long.MIN_VALUE))
                .validator(Validators.maxValue(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
    }

    private static @Nullable Object limit(FieldDeclaration declared, String option) {
        String text = declared.text(option);
        if (text.isEmpty()) {
            return null;
        }
        return switch (declared.kind()) {
            case DATE_RANGE -> LocalDate.parse(text);
            case DATETIME_RANGE -> moment(IsoTimes.parseDateTime(text));
            default -> new BigDecimal(text);
        };
    }

    private static @Nullable Object moment(@Nullable Temporal value) {
        return switch (value) {
            case OffsetDateTime at -> at.toInstant();
            case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
            case null, default -> value;
        };
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
