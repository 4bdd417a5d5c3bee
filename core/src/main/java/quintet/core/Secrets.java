package quintet.core;

import java.util.regex.Pattern;

/** Tells which names carry secrets, so that settings, error pages and logs can hide their values. */
public final class Secrets {
    /** What is shown instead of a secret. */
    public static final String HIDDEN = "********************";

    private static final Pattern NAMES =
            Pattern.compile("API|AUTH|TOKEN|KEY|SECRET|PASS|SIGNATURE|HTTP_COOKIE", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Whether a setting, variable or header of this name holds a secret, by the patterns Django uses. */
    public static boolean isSecret(String name) {
        return NAMES.matcher(name).find();
    }

    /** The value, or {@link #HIDDEN} when the name is a secret's. */
    public static String clean(String name, Object value) {
        return isSecret(name) ? HIDDEN : String.valueOf(value);
    }
}
