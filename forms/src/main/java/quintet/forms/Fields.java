package quintet.forms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.fields.IpProtocol;
import quintet.fields.IsoTimes;
import quintet.fields.ValidationError;
import quintet.fields.Validators;
import quintet.forms.internal.Addresses;
import quintet.forms.internal.Folders;
import quintet.orm.Queries;

/** Makes the built-in form fields, named as Django's classes. */
public final class Fields {
    private static final int EMAIL_LENGTH = 320;
    private static final int IP_LENGTH = 39;

    private Fields() {}

    /** Text on one line. */
    public static CharSpec charField() {
        return new CharSpec();
    }

    /** An e-mail address. */
    public static CharSpec emailField() {
        return charField()
                .of(Widgets::email, Validators.email(), UnaryOperator.identity())
                .maxLength(EMAIL_LENGTH);
    }

    /** A web address; {@code https://} is put before one without a scheme. */
    public static CharSpec urlField() {
        return urlField("https");
    }

    /** A web address; the scheme is put before one without. */
    public static CharSpec urlField(String assumeScheme) {
        return charField().of(Widgets::url, Validators.url(), text -> Addresses.withScheme(text, assumeScheme));
    }

    /** Letters, digits, hyphens and underscores; of all scripts if {@code allowUnicode}. */
    public static CharSpec slugField(boolean allowUnicode) {
        return charField()
                .of(
                        Widgets::text,
                        allowUnicode ? Validators.unicodeSlug() : Validators.slug(),
                        UnaryOperator.identity());
    }

    /** Text in which the pattern is found; white space at the ends stays. */
    public static CharSpec regexField(Pattern pattern) {
        return charField().strip(false).lastCheck(Validators.regex(pattern, "Enter a valid value.", "invalid"));
    }

    /** An IP address, in its shortest form. */
    public static CharSpec ipAddressField(IpProtocol protocol, boolean unpackIpv4) {
        return charField()
                .of(Widgets::text, Validators.ip(protocol), text -> Addresses.shortIp(text, unpackIpv4))
                .maxLength(IP_LENGTH);
    }

    /** A whole number. */
    public static NumberSpec integerField() {
        return new NumberSpec(NumberSpec.Type.INTEGER);
    }

    /** A double-precision number. */
    public static NumberSpec floatField() {
        return new NumberSpec(NumberSpec.Type.FLOAT);
    }

    /** An exact decimal number. */
    public static NumberSpec decimalField() {
        return new NumberSpec(NumberSpec.Type.DECIMAL);
    }

    /** A day. */
    public static TemporalSpec dateField() {
        return new TemporalSpec(TemporalSpec.Type.DATE);
    }

    /** A time of day. */
    public static TemporalSpec timeField() {
        return new TemporalSpec(TemporalSpec.Type.TIME);
    }

    /** A moment. */
    public static TemporalSpec dateTimeField() {
        return new TemporalSpec(TemporalSpec.Type.DATETIME);
    }

    /** A moment from a date input and a time input. */
    public static MultiValueSpec splitDateTimeField() {
        return splitDateTimeField(dateField(), timeField());
    }

    /** A moment from a date input and a time input with fields of their own. */
    public static MultiValueSpec splitDateTimeField(TemporalSpec date, TemporalSpec time) {
        return MultiValueSpec.splitDateTime(date, time);
    }

    /** A length of time. */
    public static ParsedSpec durationField() {
        return new ParsedSpec(Duration.class, "Enter a valid duration.", Fields::duration, IsoTimes::format);
    }

    private static @Nullable Duration duration(String text) {
        try {
            return IsoTimes.parseDuration(text);
        } catch (ArithmeticException tooLong) {
            throw new ValidationError("The number of days must be between -999999999 and 999999999.", "overflow");
        }
    }

    /** A UUID, with or without hyphens. */
    public static ParsedSpec uuidField() {
        return new ParsedSpec(UUID.class, "Enter a valid UUID.", Addresses::uuid, UUID::toString);
    }

    /** A JSON value. */
    public static JsonSpec jsonField() {
        return new JsonSpec();
    }

    /** A box to tick; required means that it must be ticked. */
    public static BooleanSpec booleanField() {
        return new BooleanSpec(false);
    }

    /** Unknown, yes or no. */
    public static BooleanSpec nullBooleanField() {
        return new BooleanSpec(true);
    }

    /** One of the choices; a text unless {@link ChoiceSpec#coerce} makes something else of it. */
    public static ChoiceSpec choiceField() {
        return new ChoiceSpec(false);
    }

    /** Any of the choices, as a list. */
    public static ChoiceSpec multipleChoiceField() {
        return new ChoiceSpec(true);
    }

    /** An uploaded file. */
    public static FileSpec fileField() {
        return new FileSpec(false);
    }

    /** An uploaded image. */
    public static FileSpec imageField() {
        return new FileSpec(true);
    }

    /** A file or folder of the server, below the path; {@code match} must be found in its base name. */
    public static ChoiceSpec filePathField(
            Path path, @Nullable Pattern match, boolean recursive, boolean files, boolean folders) {
        return choiceField().choices(() -> Folders.choices(path, match, recursive, files, folders));
    }

    /** One row of a query. */
    public static ModelChoiceSpec modelChoiceField(Supplier<? extends Queries<?>> rows) {
        return new ModelChoiceSpec(false, rows);
    }

    /** Any rows of a query, as a list. */
    public static ModelChoiceSpec modelMultipleChoiceField(Supplier<? extends Queries<?>> rows) {
        return new ModelChoiceSpec(true, rows);
    }

    /** A list in one line, its items between commas (Django's {@code SimpleArrayField}). */
    public static ArraySpec simpleArrayField(FieldSpec<?> item) {
        return new ArraySpec(item);
    }

    /** A list with one input for each of so many items (Django's {@code SplitArrayField}). */
    public static SplitArraySpec splitArrayField(FieldSpec<?> item, int size) {
        return new SplitArraySpec(item, size);
    }

    /** Texts by their keys, as a JSON object (Django's {@code HStoreField}). */
    public static HStoreSpec hstoreField() {
        return new HStoreSpec();
    }

    /** A range of whole numbers, not required unless set so. */
    public static RangeSpec integerRangeField() {
        return rangeField(integerField(), Widgets.number(), "Enter two whole numbers.");
    }

    /** A range of decimals, not required unless set so. */
    public static RangeSpec decimalRangeField() {
        return rangeField(decimalField(), Widgets.number(), "Enter two numbers.");
    }

    /** A range of days, not required unless set so. */
    public static RangeSpec dateRangeField() {
        return rangeField(dateField(), Widgets.date(), "Enter two valid dates.");
    }

    /** A range of moments, not required unless set so. */
    public static RangeSpec dateTimeRangeField() {
        return rangeField(dateTimeField(), Widgets.dateTime(), "Enter two valid date/times.");
    }

    /**
     * A range whose bounds have a field of their own (a subclass of Django's {@code BaseRangeField}), not required unless set
     * so.
     *
     * @param bound the field of either bound; its values must be comparable
     * @param invalid the message for what are no two values
     */
    public static RangeSpec rangeField(FieldSpec<?> bound, Widget widget, String invalid) {
        return new RangeSpec(bound, widget, invalid).required(false);
    }

    /** A value that must pass all fields, one after the other. */
    public static ComboSpec comboField(FieldSpec<?>... fields) {
        return new ComboSpec(List.of(fields));
    }

    /** Several inputs that make one value. {@code requireAll}: if one is needed, all are. */
    public static MultiValueSpec multiValueField(
            boolean requireAll, Function<List<@Nullable Object>, @Nullable Object> combine, FieldSpec<?>... fields) {
        return new MultiValueSpec(List.of(fields), combine, requireAll, false);
    }
}
