package quintet.core;

/**
 * Where a site's settings come from. A web project extends {@code quintet.http.Project}, which implements this; a
 * stand-alone program may pass a lambda: {@code Site.open(env -> Settings.of(env).with(...))}, as Django's
 * {@code settings.configure()} does.
 */
@FunctionalInterface
public interface SiteDefinition {
    /**
     * Returns the settings; called once for each opened site.
     *
     * @param env environment variables and the {@code .env} file
     */
    Settings settings(Env env);

    /** Where the project's classes and resources come from; that of this class. A definition that wraps another passes on its. */
    default ClassLoader classLoader() {
        ClassLoader own = getClass().getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
