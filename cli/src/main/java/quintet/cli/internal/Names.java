package quintet.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import quintet.core.CommandError;

/** Names of projects and apps: what they must be, and the packages and classes made of them. */
final class Names {
    /** Names that generated code imports: a class of the same name would hide them. */
    private static final Set<String> TAKEN = Set.of(
            "App",
            "Client",
            "Env",
            "HasRoutes",
            "List",
            "Map",
            "Project",
            "Quintet",
            "QuintetTest",
            "Request",
            "Response",
            "Route",
            "Route0",
            "Settings",
            "SmokeTest",
            "StaticFilesApp",
            "Database",
            "TemplateView",
            "Test");

    private Names() {}

    /**
     * Checks a name.
     *
     * @param what {@code project} or {@code app}
     */
    static void check(String what, String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            String better = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^[0-9_]+|_+$", "");
            throw new CommandError("'" + name + "' is not a valid " + what + " name: use letters, digits and _, and"
                    + " start with a letter." + (isPackage(better) ? " For example: " + better : ""));
        }
        String segment = name.toLowerCase(Locale.ROOT);
        if (!isPackage(segment)) {
            throw new CommandError("'" + name + "' is not a valid " + what + " name: " + segment
                    + " is a word of the Java language. For example: my" + segment);
        }
    }

    /** Checks a package with dots. */
    static void checkPackage(String name) {
        for (String segment : name.split("\\.", -1)) {
            if (!isPackage(segment) || !segment.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new CommandError("'" + name + "' is not a valid package: '" + segment
                        + "' is " + (SourceVersion.isKeyword(segment) ? "a word of the Java language" : "no Java name")
                        + ". For example: com.example." + "mysite");
            }
        }
    }

    private static boolean isPackage(String segment) {
        return SourceVersion.isIdentifier(segment) && !SourceVersion.isKeyword(segment);
    }

    /** Refuses packages that Java, Quintet or a library has. */
    static void checkFree(String what, String name) {
        boolean java = ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getPackages().stream())
                .anyMatch(found -> found.equals(name) || found.startsWith(name + "."));
        boolean library = Stream.of(
                        ClassLoader.getSystemClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .anyMatch(loader -> loader != null && loader.getResource(name.replace('.', '/') + "/") != null);
        if (java || library || name.equals("quintet") || name.startsWith("quintet.")) {
            throw new CommandError(
                    "'" + name + "' conflicts with the name of an existing Java package and cannot be used" + " as a"
                            + (what.startsWith("a") ? "n " : " ") + what + " name. Try another name.");
        }
    }

    /** {@code my_site} becomes {@code MySite}. */
    static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.split("_")) {
            if (!part.isEmpty()) {
                text.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return text.isEmpty() ? "Site" : text.toString();
    }

    /** The class of a project: {@code Mysite}; with an end where the name is taken. */
    static String projectClass(String name) {
        String plain = camelCase(name);
        return TAKEN.contains(plain) || isInJavaLang(plain) ? plain + "Project" : plain;
    }

    private static boolean isInJavaLang(String simple) {
        try {
            Class.forName("java.lang." + simple, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** All but the last segment of a package; empty for one without dots. */
    static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** The parts joined by dots, empty ones left out. */
    static String join(String... parts) {
        return String.join(
                ".", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }
}
