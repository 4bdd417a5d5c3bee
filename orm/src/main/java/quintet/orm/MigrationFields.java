package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields as migrations write them: {@code charField(200)}, {@code foreignKey("library.Author").onDelete(PROTECT)}. */
@CheckReturnValue
public final class MigrationFields {
    private MigrationFields() {}

    /** The {@code id} a model gets by itself: a generated 64-bit primary key. */
    public static FieldState autoId() {
        return autoId("BigAutoField");
    }

    /** The {@code id} a model gets by itself, of another class than {@code BigAutoField}. */
    public static FieldState autoId(String type) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("verbose_name", "ID");
        options.put("primary_key", true);
        options.put("serialize", false);
        options.put("auto_created", true);
        return FieldState.of(type, options);
    }

    /** A generated 64-bit number. */
    public static FieldState bigAutoField() {
        return plain("BigAutoField");
    }

    /** A generated 32-bit number. */
    public static FieldState autoField() {
        return plain("AutoField");
    }

    /** A generated 16-bit number. */
    public static FieldState smallAutoField() {
        return plain("SmallAutoField");
    }

    /** Text of at most {@code maxLength} characters. */
    public static FieldState charField(int maxLength) {
        return plain("CharField").with("max_length", maxLength);
    }

    /** Text without a limit, in a {@code varchar} column. */
    public static FieldState charField() {
        return plain("CharField");
    }

    /** Long text. */
    public static FieldState textField() {
        return plain("TextField");
    }

    /** An e-mail address, 254 characters unless {@code maxLength} says otherwise. */
    public static FieldState emailField() {
        return plain("EmailField");
    }

    /** A URL, 200 characters unless {@code maxLength} says otherwise. */
    public static FieldState urlField() {
        return plain("URLField");
    }

    /** A slug, 50 characters and indexed unless told otherwise. */
    public static FieldState slugField() {
        return plain("SlugField");
    }

    /** A 16-bit number. */
    public static FieldState smallIntegerField() {
        return plain("SmallIntegerField");
    }

    /** A 32-bit number. */
    public static FieldState integerField() {
        return plain("IntegerField");
    }

    /** A 64-bit number. */
    public static FieldState bigIntegerField() {
        return plain("BigIntegerField");
    }

    /** A 16-bit number that is not negative. */
    public static FieldState positiveSmallIntegerField() {
        return plain("PositiveSmallIntegerField");
    }

    /** A 32-bit number that is not negative. */
    public static FieldState positiveIntegerField() {
        return plain("PositiveIntegerField");
    }

    /** A 64-bit number that is not negative. */
    public static FieldState positiveBigIntegerField() {
        return plain("PositiveBigIntegerField");
    }

    /** A decimal number with {@code maxDigits} digits, {@code decimalPlaces} of them behind the point. */
    public static FieldState decimalField(int maxDigits, int decimalPlaces) {
        return plain("DecimalField").with("max_digits", maxDigits).with("decimal_places", decimalPlaces);
    }

    /** A decimal number without limits. */
    public static FieldState decimalField() {
        return plain("DecimalField");
    }

    /** A double-precision number. */
    public static FieldState floatField() {
        return plain("FloatField");
    }

    /** True or false. */
    public static FieldState booleanField() {
        return plain("BooleanField");
    }

    /** A date. */
    public static FieldState dateField() {
        return plain("DateField");
    }

    /** A moment. */
    public static FieldState dateTimeField() {
        return plain("DateTimeField");
    }

    /** A time of day. */
    public static FieldState timeField() {
        return plain("TimeField");
    }

    /** A length of time. */
    public static FieldState durationField() {
        return plain("DurationField");
    }

    /** A UUID. */
    public static FieldState uuidField() {
        return plain("UUIDField");
    }

    /** Bytes. */
    public static FieldState binaryField() {
        return plain("BinaryField");
    }

    /** A JSON document. */
    public static FieldState jsonField() {
        return plain("JSONField");
    }

    /** An IPv4 or IPv6 address. */
    public static FieldState genericIpAddressField() {
        return plain("GenericIPAddressField");
    }

    /** A list of values, each like a field: {@code arrayField(charField(20))}. PostgreSQL only. */
    public static FieldState arrayField(FieldState base) {
        return plain("ArrayField").with("base_field", base);
    }

    /** A list of at most {@code size} values. PostgreSQL only. */
    public static FieldState arrayField(FieldState base, int size) {
        return arrayField(base).with("size", size);
    }

    /** Texts by their keys; the extension hstore must be there: {@link PostgresOperations#hstoreExtension}. PostgreSQL only. */
    public static FieldState hstoreField() {
        return plain("HStoreField");
    }

    /** A range of 32-bit numbers. PostgreSQL only. */
    public static FieldState integerRangeField() {
        return plain("IntegerRangeField");
    }

    /** A range of 64-bit numbers. PostgreSQL only. */
    public static FieldState bigIntegerRangeField() {
        return plain("BigIntegerRangeField");
    }

    /** A range of decimals. PostgreSQL only. */
    public static FieldState decimalRangeField() {
        return plain("DecimalRangeField");
    }

    /** A range of dates. PostgreSQL only. */
    public static FieldState dateRangeField() {
        return plain("DateRangeField");
    }

    /** A range of moments. PostgreSQL only. */
    public static FieldState dateTimeRangeField() {
        return plain("DateTimeRangeField");
    }

    /** The words of a text, prepared for searching. PostgreSQL only. */
    public static FieldState searchVectorField() {
        return plain("SearchVectorField");
    }

    /** The name of an uploaded file; {@code uploadTo} is the folder or pattern it is kept under. */
    public static FieldState fileField(String uploadTo) {
        return plain("FileField").with("upload_to", uploadTo);
    }

    /** The name of an uploaded picture. */
    public static FieldState imageField(String uploadTo) {
        return plain("ImageField").with("upload_to", uploadTo);
    }

    /** The path of a file below a folder. */
    public static FieldState filePathField(String path) {
        return plain("FilePathField").with("path", path);
    }

    /**
     * The model that a setting of the site names, as the target of a relation: {@code foreignKey(swappable("AUTH_USER_MODEL",
     * "auth.User"))}. Django's {@code settings.AUTH_USER_MODEL}.
     *
     * @param setting the name of the {@link ModelSetting}
     * @param standard the model that is used unless the settings name another
     */
    public static String swappable(String setting, String standard) {
        return quintet.orm.internal.meta.ModelRegistry.current().settingLabel(setting, standard);
    }

    /** A reference to a row of another model, {@code "app.Model"}; say {@code onDelete} too. */
    public static FieldState foreignKey(String to) {
        return plain("ForeignKey").with("to", to);
    }

    /** A reference to a row of another model that no other row has. */
    public static FieldState oneToOneField(String to) {
        return plain("OneToOneField").with("to", to);
    }

    /** A set of rows of another model, kept in a table of pairs. */
    public static FieldState manyToManyField(String to) {
        return plain("ManyToManyField").with("to", to);
    }

    /** A column the database computes; {@code stored} tells whether it is written or computed at each read. */
    public static FieldState generatedField(SchemaExpr expression, FieldState output, boolean stored) {
        return plain("GeneratedField")
                .with("db_persist", stored)
                .with("expression", expression)
                .with("output_field", output);
    }

    /** A primary key of several fields; it has no column of its own. */
    public static FieldState compositePrimaryKey(String... fields) {
        return FieldState.of("CompositePrimaryKey", Map.of("fields", java.util.List.of(fields)));
    }

    /** A field of any class, with options under Django's names; for field classes without a factory here. */
    public static FieldState field(String type, Map<String, ? extends @Nullable Object> options) {
        return FieldState.of(type, options);
    }

    private static FieldState plain(String type) {
        return FieldState.of(type, Map.of());
    }
}
