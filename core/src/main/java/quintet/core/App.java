package quintet.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.PackageScanner;

/**
 * One app of a site: a package with its models, views, templates and migrations. What an app offers it says by the
 * interfaces it implements: {@code HasRoutes}, {@code HasAdmin}, {@link HasChecks} and so on. Its label is the last
 * segment of its package. Answers to Django's {@code AppConfig}.
 *
 * <p>An app has a constructor without arguments and no state of its own; a site makes one instance of each.
 */
public abstract class App {
    /** The short unique name, used in table names, templates and migrations. Default: the package's last segment. */
    public String label() {
        String name = getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name people read, such as in the admin. Default: the label with a capital letter. */
    public String verboseName() {
        String label = label().replace('_', ' ');
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** Called once for each site when all apps and services are there. */
    public void ready(Site site) {}

    /** The app's package, with dots. */
    public final String packageName() {
        return getClass().getPackageName();
    }

    /**
     * Lists the app's own classes in a package, in the order of their names, without initialising them. Works from
     * folders and jars alike.
     *
     * @param subpackage a name below the app's package such as {@code "migrations"}; empty for the package itself
     */
    public final List<Class<?>> classes(String subpackage) {
        return PackageScanner.classes(getClass(), subpackage);
    }

    /** The path of this app's resources on the class path, such as {@code "library/"}. */
    public final String resourcePrefix() {
        return packageName().replace('.', '/') + "/";
    }

    /**
     * Opens a resource of this app.
     *
     * @param path below {@link #resourcePrefix()}, such as {@code "fixtures/library.json"}
     * @return null if there is none
     */
    public final @Nullable InputStream resource(String path) {
        return getClass().getClassLoader().getResourceAsStream(resourcePrefix() + path);
    }

    /**
     * Lists the names of this app's resources below a folder, in order, each relative to it.
     *
     * @param folder below {@link #resourcePrefix()}, such as {@code "fixtures"}
     */
    public final List<String> resources(String folder) throws IOException {
        return PackageScanner.resources(getClass(), resourcePrefix() + folder);
    }

    @Override
    public final String toString() {
        return label();
    }
}
