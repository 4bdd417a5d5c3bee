package quintet.conform.templates;

import org.jspecify.annotations.Nullable;
import quintet.templates.Library;

/** The tag libraries of Django's own template tests, by their Python modules. */
final class CustomLibraries {
    private CustomLibraries() {}

    static @Nullable Library byModule(String module) {
        return null;
    }
}
