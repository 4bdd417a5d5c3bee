package quintet.core.internal.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats of languages as Django has them, read from {@code formats.txt}; others are made from the JDK's data. */
final class LocaleTable {
    private static final Map<String, Map<String, String>> LANGUAGES = read();

    private LocaleTable() {}

    /** The formats of exactly this language by their Django names, or null. */
    static @Nullable Map<String, String> of(String language) {
        return LANGUAGES.get(language);
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> out = new HashMap<>();
        try (InputStream in = LocaleTable.class.getResourceAsStream("/quintet/core/locale/formats.txt")) {
            if (in == null) {
                throw new IllegalStateException("The jar of quintet-core lacks its table of formats.");
            }
            Map<String, String> current = new HashMap<>();
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    current = new LinkedHashMap<>();
                    out.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    int equals = line.indexOf(" = ");
                    String value = line.substring(equals + 3).replace("<nbsp>", "\u00a0");
                    current.put(line.substring(0, equals), value.replace(" | ", "\n"));
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the table of formats.", e);
        }
    }
}
