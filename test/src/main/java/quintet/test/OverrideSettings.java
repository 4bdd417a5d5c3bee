package quintet.test;

import java.util.function.UnaryOperator;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.test.internal.Fixture;

/**
 * Runs code of a {@link QuintetTest} with other settings: in a second site of the same project that sees the same rows.
 * Django's {@code override_settings}.
 *
 * <pre>{@code
 * OverrideSettings.run(settings -> settings.language("de"), site ->
 *     assertContains(Client.of(site).get("/"), "Willkommen"));
 * }</pre>
 */
public final class OverrideSettings {
    private OverrideSettings() {}

    /**
     * Code that runs in the changed site.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Code<X extends Throwable> {
        /** Runs, inside the site. */
        void run(Site site) throws X;
    }

    /**
     * Opens the changed site, runs the code in it and closes it.
     *
     * @param change gives the settings to use, made from those of the test
     * @throws IllegalStateException outside a test of a {@link QuintetTest} class
     */
    public static <X extends Throwable> void run(UnaryOperator<Settings> change, Code<X> code) throws X {
        Fixture.current().override(change, code);
    }
}
