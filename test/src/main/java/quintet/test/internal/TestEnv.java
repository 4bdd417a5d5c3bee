package quintet.test.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import quintet.core.Crypto;
import quintet.core.Env;
import quintet.test.QuintetTest;

/** The environment of tests: the same on every machine but for what is set on purpose. */
final class TestEnv {
    /** One key for the whole run, so that values signed by one site are read by another. */
    private static final String SECRET_KEY = Crypto.randomString(50);

    private TestEnv() {}

    static Env of(java.nio.file.Path root, QuintetTest test) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("SECRET_KEY", SECRET_KEY);
        values.put("DEBUG", Boolean.toString(test.debug()));
        Map<String, String> named = new LinkedHashMap<>();
        for (String pair : test.env()) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "@QuintetTest(env = \"" + pair + "\") must be NAME=value, as in \"SITE_NAME=Test\".");
            }
            named.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return Env.forTests(root, values, named);
    }
}
