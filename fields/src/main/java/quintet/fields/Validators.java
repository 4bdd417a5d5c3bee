package quintet.fields;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import quintet.fields.internal.EmailRules;
import quintet.fields.internal.NumberRules;
import quintet.fields.internal.UrlRules;

/** The built-in validators, with Django's messages and codes. */
public final class Validators {
    private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
    private static final Pattern UNICODE_SLUG = Pattern.compile("[-\\w]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern INTEGER = Pattern.compile("-?\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> WEB_SCHEMES = List.of("http", "https", "ftp", "ftps");
    /** The endings Django accepts with its image library; whether it is an image the content decides. */
    private static final List<String> IMAGE_EXTENSIONS =
            List.of(("bmp dib gif jfif jpe jpg jpeg pbm pgm ppm pnm pfm png apng blp bufr cur pcx dcx dds ps eps fit "
                            + "fits fli flc ftc ftu gbr grib h5 hdf jp2 j2k jpc jpf jpx j2c icns ico im iim mpg mpeg tif tiff "
                            + "mpo msp palm pcd pdf pxr psd qoi bw rgb rgba sgi ras tga icb vda vst webp wmf emf xbm xpm")
                    .split(" "));

    private Validators() {}

    private static <T> Validator<T> check(Predicate<? super T> accepts, String message, String code) {
        return value -> {
            if (!accepts.test(value)) {
                throw new ValidationError(message, code, Map.of("value", value));
            }
        };
    }

    /** An e-mail address (Django's {@code EmailValidator}). */
    public static Validator<String> email() {
        return email(List.of("localhost"));
    }

    /** An e-mail address; the domains of {@code allowed} need not look like domains. */
    public static Validator<String> email(Collection<String> allowed) {
        return check(text -> EmailRules.accepts(text, allowed), "Enter a valid email address.", "invalid");
    }

    /** An absolute {@code http}, {@code https}, {@code ftp} or {@code ftps} address (Django's {@code URLValidator}). */
    public static Validator<String> url() {
        return url(WEB_SCHEMES);
    }

    /** An absolute address with one of the schemes. */
    public static Validator<String> url(Collection<String> schemes) {
        return check(text -> UrlRules.accepts(text, schemes), "Enter a valid URL.", "invalid");
    }

    /** A domain name; {@code idna} allows letters of all scripts (Django's {@code DomainNameValidator}). */
    public static Validator<String> domainName(boolean idna) {
        return check(text -> UrlRules.isDomain(text, idna), "Enter a valid domain name.", "invalid");
    }

    /** Letters A to Z, digits, underscores and hyphens. */
    public static Validator<String> slug() {
        return matches(SLUG, "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.", "invalid");
    }

    /** Letters and digits of all scripts, underscores and hyphens. */
    public static Validator<String> unicodeSlug() {
        return matches(
                UNICODE_SLUG,
                "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.",
                "invalid");
    }

    /** An IPv4 address. */
    public static Validator<String> ipv4() {
        return check(IpAddresses::isV4, "Enter a valid IPv4 address.", "invalid");
    }

    /** An IPv6 address. */
    public static Validator<String> ipv6() {
        return check(IpAddresses::isV6, "Enter a valid IPv6 address.", "invalid");
    }

    /** An IPv4 or IPv6 address. */
    public static Validator<String> ip() {
        return check(
                text -> IpAddresses.isV4(text) || IpAddresses.isV6(text),
                "Enter a valid IPv4 or IPv6 address.",
                "invalid");
    }

    /** An IP address of the protocol. */
    public static Validator<String> ip(IpProtocol protocol) {
        return switch (protocol) {
            case BOTH -> ip();
            case IPV4 -> ipv4();
            case IPV6 -> ipv6();
        };
    }

    /** Text that is a whole number. */
    public static Validator<String> integerText() {
        return matches(INTEGER, "Enter a valid integer.", "invalid");
    }

    /** Whole numbers that are not negative, with commas between (Django's {@code validate_comma_separated_integer_list}). */
    public static Validator<String> integerList() {
        return integerList(",", false);
    }

    /** Whole numbers with the separator between (Django's {@code int_list_validator}). */
    public static Validator<String> integerList(String separator, boolean allowNegative) {
        String number = (allowNegative ? "(?:-)?" : "") + "\\d+";
        Pattern list = Pattern.compile(
                number + "(?:" + Pattern.quote(separator) + number + ")*", Pattern.UNICODE_CHARACTER_CLASS);
        return matches(list, "Enter only digits separated by commas.", "invalid");
    }

    /** Text in all of which the pattern matches. */
    public static Validator<String> matches(Pattern pattern, String message, String code) {
        return check(text -> pattern.matcher(text).matches(), message, code);
    }

    /** Text in which the pattern is found somewhere (Django's {@code RegexValidator}). */
    public static Validator<String> regex(Pattern pattern, String message, String code) {
        return check(text -> pattern.matcher(text).find(), message, code);
    }

    /** Text in which the pattern is not found (Django's {@code RegexValidator} with {@code inverse_match}). */
    public static Validator<String> notRegex(Pattern pattern, String message, String code) {
        return check(text -> !pattern.matcher(text).find(), message, code);
    }

    private static Map<String, Object> limit(Object limit, Object shown, Object value) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("limit_value", limit);
        params.put("show_value", shown);
        params.put("value", value);
        return params;
    }

    /** A value not below the limit (Django's {@code MinValueValidator}); numbers of all types compare. */
    public static Validator<Object> minValue(Object limit) {
        return value -> {
            if (NumberRules.compare(value, limit) < 0) {
                throw new ValidationError(
                        "Ensure this value is greater than or equal to %(limit_value)s.",
                        "min_value", limit(limit, value, value));
            }
        };
    }

    /** A value not above the limit (Django's {@code MaxValueValidator}). */
    public static Validator<Object> maxValue(Object limit) {
        return value -> {
            if (NumberRules.compare(value, limit) > 0) {
                throw new ValidationError(
                        "Ensure this value is less than or equal to %(limit_value)s.",
                        "max_value", limit(limit, value, value));
            }
        };
    }

    /** A multiple of the step, counted from the offset, which may be null (Django's {@code StepValueValidator}). */
    public static Validator<Number> step(Number step, @org.jspecify.annotations.Nullable Number offset) {
        return value -> NumberRules.checkStep(value, step, offset);
    }

    /** Text of at least that many characters (Django's {@code MinLengthValidator}). */
    public static Validator<Object> minLength(int limit) {
        return value -> {
            int length = NumberRules.length(value);
            if (length < limit) {
                throw new ValidationError(
                        "Ensure this value has at least %(limit_value)d character" + (limit == 1 ? "" : "s")
                                + " (it has %(show_value)d).",
                        "min_length",
                        limit(limit, length, value));
            }
        };
    }

    /** Text of at most that many characters (Django's {@code MaxLengthValidator}). */
    public static Validator<Object> maxLength(int limit) {
        return value -> {
            int length = NumberRules.length(value);
            if (length > limit) {
                throw new ValidationError(
                        "Ensure this value has at most %(limit_value)d character" + (limit == 1 ? "" : "s")
                                + " (it has %(show_value)d).",
                        "max_length",
                        limit(limit, length, value));
            }
        };
    }

    /**
     * A number with at most {@code maxDigits} digits, {@code decimalPlaces} of them after the point; -1 is no limit
     * (Django's {@code DecimalValidator}).
     */
    public static Validator<Number> decimal(int maxDigits, int decimalPlaces) {
        return value -> {
            if (value instanceof Double number && !Double.isFinite(number)) {
                throw new ValidationError("Enter a number.", "invalid", Map.of("value", value));
            }
            BigDecimal exact = NumberRules.exact(value);
            NumberRules.checkDigits(exact, maxDigits, decimalPlaces);
        };
    }

    /**
     * A file whose name ends in one of the extensions, given without dots; the case of letters does not matter
     * (Django's {@code FileExtensionValidator}). The value's text is its name.
     */
    public static Validator<Object> fileExtension(Collection<String> allowed) {
        List<String> lower =
                allowed.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
        return value -> {
            String extension = extension(value.toString());
            if (!lower.contains(extension)) {
                Map<String, Object> params = new LinkedHashMap<>();
                params.put("extension", extension);
                params.put("allowed_extensions", String.join(", ", lower));
                params.put("value", value);
                throw new ValidationError(
                        "File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s.",
                        "invalid_extension", params);
            }
        };
    }

    /** A file whose name ends as images' names do (Django's {@code validate_image_file_extension}). */
    public static Validator<Object> imageExtension() {
        return fileExtension(IMAGE_EXTENSIONS);
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && dot + 1 < name.length() ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Text without the character U+0000 (Django's {@code ProhibitNullCharactersValidator}). */
    public static Validator<Object> noNullCharacters() {
        return check(
                value -> value.toString().indexOf('\0') < 0,
                "Null characters are not allowed.",
                "null_characters_not_allowed");
    }
}
