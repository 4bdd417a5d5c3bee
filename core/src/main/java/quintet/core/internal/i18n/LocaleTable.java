package quintet.core.internal.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formats of languages as Django has them, read from {@code formats.txt}; others are made from the JDK's data. A site uses
 * few of them: the table is only cut into languages when it is loaded.
 */
final class LocaleTable {
    private static final Map<String, String> LANGUAGES = read();

    private LocaleTable() {}

    /** The formats of exactly this language by their Django names, or null. */
    static @Nullable Map<String, String> of(String language) {
        String section = LANGUAGES.get(language);
        if (section == null) {
            return null;
        }
        Map<String, String> formats = new LinkedHashMap<>();
        for (String line : section.split("\n")) {
            int equals = line.indexOf(" = ");
            if (equals > 0 && !line.startsWith("#")) {
                String value = line.substring(equals + 3).replace("<nbsp>", "\u00a0");
                formats.put(line.substring(0, equals), value.replace(" | ", "\n"));
            }
        }
        return formats;
    }

    private static Map<String, String> read() {
        Map<String, String> out = new HashMap<>();
        try (InputStream in = LocaleTable.class.getResourceAsStream("/quintet/core/locale/formats.txt")) {
            if (in == null) {
                throw new IllegalStateException("The jar of quintet-core lacks its table of formats.");
            }
            String table = "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int open = table.indexOf("\n["); open >= 0; ) {
                int close = table.indexOf("]\n", open);
                int next = table.indexOf("\n[", close);
                out.put(table.substring(open + 2, close), table.substring(close + 2, next < 0 ? table.length() : next));
                open = next;
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the table of formats.", e);
        }
    }
}
