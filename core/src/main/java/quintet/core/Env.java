package quintet.core;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.DotEnv;
import quintet.core.internal.ProjectRoot;

/**
 * Reads settings from environment variables and from the {@code .env} file at the project's root (variables win).
 * A value that is missing or cannot be read is remembered, so that opening the site reports all of them at once; the
 * getter then returns a neutral value.
 */
public final class Env {
    private static final String PROFILE = "QUINTET_PROFILE";

    private final Map<String, String> values;
    private final Path root;
    private final List<String> problems = new ArrayList<>();

    private Env(Map<String, String> values, Path root) {
        this.values = values;
        this.root = root;
    }

    /**
     * Reads {@code root/.env}, over it {@code root/.env.PROFILE} if a profile is chosen, and over both the process's
     * environment. The profile is what {@code QUINTET_PROFILE} says there.
     *
     * @param root the project's folder
     */
    public static Env load(Path root) {
        return load(root, System.getenv());
    }

    static Env load(Path root, Map<String, String> process) {
        Map<String, String> values = new LinkedHashMap<>();
        Env env = new Env(values, root);
        env.read(root.resolve(".env"));
        String profile =
                process.getOrDefault(PROFILE, values.getOrDefault(PROFILE, "")).strip();
        if (!profile.isEmpty()) {
            Path file = root.resolve(".env." + profile);
            if (profile.matches("[A-Za-z0-9_-]+") && Files.isRegularFile(file)) {
                env.read(file);
            } else if (!Files.isRegularFile(file)) {
                env.problems.add(PROFILE + " is " + profile + ", but there is no " + file + ".");
            }
        }
        values.putAll(process);
        values.put(PROFILE, profile);
        return env;
    }

    /**
     * An environment for tests, the same on every machine: {@code defaults}, over them {@code root/.env.test}, the
     * process's environment and at last {@code overrides}. The file {@code .env} is not read.
     *
     * @param root the project's folder
     */
    public static Env forTests(Path root, Map<String, String> defaults, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        Env env = new Env(values, root);
        env.read(root.resolve(".env.test"));
        values.putAll(System.getenv());
        values.putAll(overrides);
        return env;
    }

    private void read(Path file) {
        if (Files.isRegularFile(file)) {
            try {
                values.putAll(DotEnv.parse(Files.readString(file), problem -> problems.add(file + ": " + problem)));
            } catch (IOException e) {
                problems.add(file + " cannot be read: " + e.getMessage());
            }
        }
    }

    /** The profile chosen by {@code QUINTET_PROFILE}, such as {@code test} or {@code production}; empty for none. */
    public String profile() {
        return values.getOrDefault(PROFILE, "");
    }

    /** An environment of just these values, for tests; the root is the working directory. */
    public static Env of(Map<String, String> values) {
        return of(values, Path.of(""));
    }

    /** An environment of just these values with a project folder. */
    public static Env of(Map<String, String> values, Path root) {
        return new Env(new LinkedHashMap<>(values), root.toAbsolutePath());
    }

    /**
     * The folder of the project that a class belongs to: the nearest one with {@code pom.xml}, upwards from where the class
     * lies, else from the working directory.
     */
    public static Path projectRoot(Class<?> anchor) {
        return ProjectRoot.find(anchor);
    }

    /** The project's folder. */
    public Path root() {
        return root;
    }

    /** Whether the variable is set and not empty. */
    public boolean has(String name) {
        return raw(name) != null;
    }

    /** Text, or the default when unset. */
    public String string(String name, String defaultValue) {
        String value = raw(name);
        return value == null ? defaultValue : value;
    }

    /** Text that must be set; a missing one is reported when the site opens, with the remedy. */
    public String require(String name) {
        String value = raw(name);
        if (value == null) {
            problems.add(missing(name));
            return "";
        }
        return value;
    }

    private String missing(String name) {
        String hint = Files.exists(root.resolve(".env.example")) && !Files.exists(root.resolve(".env"))
                ? " Run: cp .env.example .env"
                : " Set it in the environment or in " + root.resolve(".env") + ".";
        return name + " is not set." + hint;
    }

    /** True for {@code true 1 yes on y t}, false for {@code false 0 no off n f}, in any letter case. */
    public boolean bool(String name, boolean defaultValue) {
        return read(name, defaultValue, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "y", "t" -> true;
            case "false", "0", "no", "off", "n", "f" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** A whole number. */
    public int integer(String name, int defaultValue) {
        return read(name, defaultValue, "a whole number", Integer::valueOf);
    }

    /** Comma-separated values, trimmed, without empty ones. */
    public List<String> list(String name, String... defaultValue) {
        return read(
                name,
                List.of(defaultValue),
                "values separated by commas",
                text -> List.of(text.split(",")).stream()
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    /** A length of time: {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d}, plain seconds or ISO ({@code PT15M}). */
    public Duration duration(String name, Duration defaultValue) {
        return read(name, defaultValue, "a duration such as 90s, 15m, 2h or 7d", Env::parseDuration);
    }

    private static Duration parseDuration(String text) {
        if (text.startsWith("P") || text.startsWith("p")) {
            return Duration.parse(text);
        }
        char unit = text.charAt(text.length() - 1);
        if (Character.isDigit(unit)) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1).strip());
        return switch (unit) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException();
        };
    }

    /** A path; a relative one is taken from the project's folder. */
    public Path path(String name, Path defaultValue) {
        return root.resolve(read(name, defaultValue, "a path", Path::of));
    }

    /** A web address. */
    public URI uri(String name, URI defaultValue) {
        return read(name, defaultValue, "a URI", URI::create);
    }

    /** The address of a database, cache or broker, such as {@code sqlite:db.sqlite3}. */
    public ConnectionUrl url(String name, String defaultValue) {
        return read(
                name,
                ConnectionUrl.parse(defaultValue),
                "a connection URL such as sqlite:db.sqlite3 or postgres://user:password@host:5432/name"
                        + " (special characters in the password percent-encoded)",
                ConnectionUrl::parse);
    }

    /** What could not be read so far, for {@link Site#open}. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private <T> T read(String name, T defaultValue, String expected, Function<String, T> parser) {
        String text = raw(name);
        if (text == null) {
            return defaultValue;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            String shown = Secrets.isSecret(name) || name.endsWith("URL") ? "" : " (it is \"" + text + "\")";
            problems.add(name + " must be " + expected + shown + ".");
            return defaultValue;
        }
    }

    private @Nullable String raw(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
