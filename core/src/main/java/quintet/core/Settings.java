package quintet.core;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A site's settings: an immutable value, built in {@code Project.settings(env)}. What every module needs is here; a
 * module's own settings are a {@link SettingsPart} given to {@link #with}. Answers to Django's {@code settings.py}.
 */
public final class Settings {
    /** Written only while a new Settings is made. */
    private static final class Values implements Cloneable {
        private final Env env;
        private boolean debug;
        private String secretKey = "";
        private List<String> secretKeyFallbacks = List.of();
        private List<String> allowedHosts = List.of();
        private ZoneId timeZone = ZoneId.of("UTC");
        private boolean useTz = true;
        private String language = "en-us";
        private boolean useI18n = true;
        private DjangoVersion djangoVersion = DjangoVersion.V6_1;
        private List<String> silencedChecks = List.of();

        private Values(Env env) {
            this.env = env;
        }

        @Override
        protected Values clone() {
            try {
                return (Values) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Values values;
    private final List<SettingsPart> parts;
    private final List<Class<? extends App>> apps;

    private Settings(Values values, List<SettingsPart> parts, List<Class<? extends App>> apps) {
        this.values = values;
        this.parts = List.copyOf(parts);
        this.apps = List.copyOf(apps);
    }

    /** Starts from the defaults. */
    public static Settings of(Env env) {
        return new Settings(new Values(env), List.of(), List.of());
    }

    private Settings change(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new Settings(changed, parts, apps);
    }

    /** Error pages with details, static files served, hosts of this machine accepted. Default false. DEBUG. */
    public Settings debug(boolean debug) {
        return change(v -> v.debug = debug);
    }

    /** Signs cookies, sessions and tokens; must be long, random and secret. SECRET_KEY. */
    public Settings secretKey(String secretKey) {
        return change(v -> v.secretKey = secretKey);
    }

    /** Former secret keys, still accepted when reading. SECRET_KEY_FALLBACKS. */
    public Settings secretKeyFallbacks(List<String> keys) {
        return change(v -> v.secretKeyFallbacks = List.copyOf(keys));
    }

    /** Host names this site answers to; {@code ".example.com"} takes subdomains, {@code "*"} any. ALLOWED_HOSTS. */
    public Settings allowedHosts(String... hosts) {
        return allowedHosts(List.of(hosts));
    }

    /** Host names this site answers to. */
    public Settings allowedHosts(List<String> hosts) {
        return change(v -> v.allowedHosts = List.copyOf(hosts));
    }

    /** The zone dates and times are shown in. Default UTC. TIME_ZONE. */
    public Settings timeZone(ZoneId zone) {
        return change(v -> v.timeZone = zone);
    }

    /** Whether dates and times are kept in UTC with their zone. Default true. USE_TZ. */
    public Settings useTz(boolean useTz) {
        return change(v -> v.useTz = useTz);
    }

    /** The language used where no other is active, such as {@code en-us}. LANGUAGE_CODE. */
    public Settings language(String code) {
        return change(v -> v.language = code);
    }

    /** Whether texts are translated. Default true. USE_I18N. */
    public Settings useI18n(boolean useI18n) {
        return change(v -> v.useI18n = useI18n);
    }

    /** The Django release whose defaults are written. Default 6.1. */
    public Settings djangoVersion(DjangoVersion version) {
        return change(v -> v.djangoVersion = version);
    }

    /** Ids of check messages that are not reported. SILENCED_SYSTEM_CHECKS. */
    public Settings silencedChecks(String... ids) {
        return change(v -> v.silencedChecks = List.of(ids));
    }

    /** Adds a module's settings: a database, the HTTP settings, static files and so on. */
    public Settings with(SettingsPart part) {
        List<SettingsPart> all = new ArrayList<>(parts);
        all.add(part);
        return new Settings(values, all, apps);
    }

    /**
     * Replaces the parts of this class by one, as a test does with a database.
     *
     * @param type the part's class
     */
    public <T extends SettingsPart> Settings replace(Class<T> type, T part) {
        List<SettingsPart> all = new ArrayList<>(parts);
        all.removeIf(type::isInstance);
        all.add(part);
        return new Settings(values, all, apps);
    }

    /** Adds apps; their order decides which templates, static files and commands win. INSTALLED_APPS. */
    @SafeVarargs
    public final Settings apps(Class<? extends App>... classes) {
        Set<Class<? extends App>> all = new LinkedHashSet<>(apps);
        for (Class<? extends App> type : classes) {
            all.add(type);
        }
        return new Settings(values, parts, List.copyOf(all));
    }

    /** Whether details are shown to developers. */
    public boolean debug() {
        return values.debug;
    }

    /** The secret key; never print it. */
    public String secretKey() {
        return values.secretKey;
    }

    /** Former secret keys. */
    public List<String> secretKeyFallbacks() {
        return values.secretKeyFallbacks;
    }

    /** Host names this site answers to. */
    public List<String> allowedHosts() {
        return values.allowedHosts;
    }

    /** The zone dates and times are shown in. */
    public ZoneId timeZone() {
        return values.timeZone;
    }

    /** Whether dates and times carry their zone. */
    public boolean useTz() {
        return values.useTz;
    }

    /** The default language. */
    public String language() {
        return values.language;
    }

    /** Whether texts are translated. */
    public boolean useI18n() {
        return values.useI18n;
    }

    /** The Django release whose defaults are written. */
    public DjangoVersion djangoVersion() {
        return values.djangoVersion;
    }

    /** Ids of check messages that are not reported. */
    public List<String> silencedChecks() {
        return values.silencedChecks;
    }

    /** The environment these settings were read from. */
    public Env env() {
        return values.env;
    }

    /** The project's folder: the one with {@code pom.xml}. */
    public Path root() {
        return values.env.root();
    }

    /** The apps in order. */
    public List<Class<? extends App>> apps() {
        return apps;
    }

    /** The part of this class that was added last. */
    public <T extends SettingsPart> Optional<T> part(Class<T> type) {
        List<T> found = parts(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** All parts of this class in the order they were added. */
    public <T extends SettingsPart> List<T> parts(Class<T> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Names the setting groups, never a secret. */
    @Override
    public String toString() {
        return "Settings[debug=" + debug() + ", apps="
                + apps.stream().map(Class::getSimpleName).toList() + ", parts="
                + parts.stream().map(part -> part.getClass().getSimpleName()).toList() + "]";
    }
}
